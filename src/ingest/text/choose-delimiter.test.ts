import { describe, expect, test } from 'vitest'
import { chooseDelimiter } from './choose-delimiter.ts'

describe('the delimiter is found by looking', () => {
  test.each([
    ['commas', 'ada@x.org,Ada,Lovelace\nalan@x.org,Alan,Turing\n', ','],
    ['semicolons', 'ada@x.org;Ada;Lovelace\nalan@x.org;Alan;Turing\n', ';'],
    ['tabs', 'ada@x.org\tAda\tLovelace\n', '\t'],
    ['pipes', 'ada@x.org|Ada|Lovelace\n', '|'],
    ['one column', 'ada@x.org\nalan@x.org\n', ','],
    ['nothing but a word', 'hello', ','],
    ['commas in quotes', 'a@x.org;"room 1,room 2";Guest\nb@x.org;"room 1,room 2";Guest\n', ';'],
    ['semicolons in quotes', 'a@x.org,"x;y;z",Guest\nb@x.org,"x;y;z",Guest\n', ','],
    ['commas without quotes', 'a@x.org;room 1,room 2\nb@x.org;room 1,room 2\n', ';'],
    ['more commas than semicolons', 'a@x.org;1,2,3,4\nb@x.org;1,2,3,4\n', ';'],
    ['commas in some postal addresses', 'Ada;Main St, 5\nAlan;High St\nGrace;A, B, C\n', ';'],
    ['names with a comma', 'Lovelace, Ada;ada@x.org;a\nTuring, Alan;alan@x.org;b\n', ';'],
    ['blanks after commas', 'a@x.org, Ada, "room 1,room 2"\nb@x.org, Bob, room 1\n', ','],
    ['a title above', 'All people; 2026\n\nemail,first,last\na@x.org,A,B\nb@x.org,B,C\n', ','],
    ['a line break in quotes', 'a;"x\ny,z"\nb;"x,\ny"\n', ';'],
    ['an unclosed quote', 'a;b\nc;"d\ne;f\n', ';'],
    ['a title with commas above', 'Kurs A, 2026, Berlin\ne;f;l\na@x.org;A;B\n', ';'],
    ['a comment above', '# by x; y; z\nemail,first\na@x.org,A\nb@x.org,B\n', ','],
    ['decimal commas', 'Name;Wert;Betrag\nA;1,5;2,50\nB;2,5;3,10\n', ';'],
    ['as many commas as semicolons', 'Wert;Betrag\n1,5;2,50\n2,5;3,10\n', ';'],
    ['a header and one row', 'email;rooms\na@x.org;room 1,room 2\n', ';'],
    ['a header alone', 'email;first;last', ';'],
    ['delimiters at the end', 'email;first;;;\na@x.org;A;;;\nb@x.org;B;;;\n', ';'],
    ['rows cut short', 'e;f;rooms\na@x.org;A\nb@x.org;B;room 1,room 2\nc@x.org;C;r;;;\n', ';'],
    ['tabs in quotes', 'email,note\na@x.org,"x\ty"\nb@x.org,"z\tw"\n', ','],
    ['names beside addresses', '"Doe, J" <j@x.org>;Guest\n"Roe, A" <a@x.org>;Guest\n', ';'],
    ['addresses in a cell', 'team,to,x\nA,a@x.org;b@x.org,1\nB,c@x.org;d@x.org,2\n', ','],
    ['a table of Markdown', '| email | first |\n| a@x.org | A |\n', '|'],
    ['one column of names', 'Name\nDoe, Jane\nRoe, John\n', ','],
  ])('%s', (_case, head, delimiter) => {
    expect(chooseDelimiter(head)).toEqual({ delimiter, prefixLength: 0 })
  })
})

test.each(['sep=;\r\n', 'SEP=;\n', '"sep=;"\n', 'sep=;'])(
  'the hint %j is followed and is no record',
  (hint) => {
    expect(chooseDelimiter(`${hint}a,b;c\n`.slice(0, hint === 'sep=;' ? 5 : undefined))).toEqual({
      delimiter: ';',
      prefixLength: hint.length,
    })
  },
)

test('a choice wins over the hint', () => {
  expect(chooseDelimiter('sep=;\na;b', '|')).toEqual({ delimiter: '|', prefixLength: 6 })
})

test.each(['tab', 'TAB', '\\t', '\t'])('a tab can be chosen as %j', (chosen) => {
  expect(chooseDelimiter('a', chosen).delimiter).toBe('\t')
})

test.each(['', '"', '\n', 'ab', 'x', '1', '😀'])('%j is refused as a delimiter', (chosen) => {
  expect(() => chooseDelimiter('a', chosen)).toThrow('unknown-delimiter')
})
