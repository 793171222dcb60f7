import type { FileCases } from '../file-case.ts'

const ada = ['ada@example.org', 'Ada', 'Lovelace']
const lise = ['lise@example.org', 'Lise', 'Meitner']

export const delimiters: FileCases = {
  title: 'Delimiters',
  introduction:
    'What separates the cells is what divides the first lines alike and leaves addresses whole: a comma, a semicolon, a tab or a pipe. Any other sign can be chosen.',
  cases: [
    {
      title: 'Commas',
      source: { text: 'email,first,last\nada@example.org,Ada,Lovelace\n' },
      expected: { source: { delimiter: ',' }, rows: [ada] },
    },
    {
      title: 'Semicolons, as Excel writes them where the decimal sign is a comma',
      source: { text: 'E-Mail;Vorname;Nachname\r\nada@example.org;Ada;Lovelace\r\n' },
      expected: { source: { delimiter: ';' }, rows: [ada] },
    },
    {
      title: 'Tabs',
      source: { text: 'email\tfirst\tlast\nada@example.org\tAda\tLovelace\n' },
      expected: { source: { delimiter: '\t' }, rows: [ada] },
    },
    {
      title: 'Pipes',
      source: { text: 'email|first|last\nada@example.org|Ada|Lovelace\n' },
      expected: { source: { delimiter: '|' }, rows: [ada] },
    },
    {
      title: 'A table as Markdown and terminals draw it',
      source: {
        pasted:
          '| Email | First name | Last name |\n| --- | :-- | ---: |\n| ada@example.org | Ada | Lovelace |\n',
      },
      expected: { source: { delimiter: '|' }, rows: [ada] },
    },
    {
      title: 'A tilde, chosen',
      source: { text: 'ada@example.org~Ada~Lovelace\n' },
      options: { delimiter: '~' },
      expected: { source: { delimiter: '~' }, rows: [ada] },
    },
    {
      title: 'The first line sep=; of Excel, which is no row',
      source: { text: 'sep=;\r\nada@example.org;Ada;Lovelace\r\n' },
      expected: { source: { delimiter: ';' }, rows: [ada] },
    },
    {
      title: 'Commas in the rooms and names of a semicolon file',
      operation: 'invite-guests',
      source: {
        text: 'E-Mail;Name;Räume;Rolle;Mail senden\nada@example.org;Lovelace, Ada;room 1,room 2;Gast;WAHR\nlise@example.org;Meitner, Lise;room 1,room 3;Gast;FALSCH\n',
      },
      expected: {
        source: { delimiter: ';' },
        rows: [
          ['ada@example.org', 'Lovelace, Ada', 'room 1, room 2', 'Guest', 'True'],
          ['lise@example.org', 'Meitner, Lise', 'room 1, room 3', 'Guest', 'False'],
        ],
      },
    },
    {
      title: 'German decimal commas in a column that is not needed',
      source: {
        text: 'E-Mail;Vorname;Nachname;Gebühr\nada@example.org;Ada;Lovelace;12,50\nlise@example.org;Lise;Meitner;7,25\n',
      },
      expected: { source: { delimiter: ';' }, rows: [ada, lise] },
    },
    {
      title: 'A header and one row',
      source: { text: 'email;first;last\nada@example.org;Ada;Lovelace' },
      expected: { source: { delimiter: ';' }, rows: [ada] },
    },
    {
      title: 'One column only',
      operation: 'delete-users',
      source: { text: 'E-Mail\nada@example.org\nlise@example.org\n' },
      expected: { source: { delimiter: ',' }, rows: [['ada@example.org'], ['lise@example.org']] },
    },
    {
      title: 'Tabs within quoted cells of a comma file',
      source: {
        text: 'email,first,last,note\nada@example.org,Ada,Lovelace,"a\tb"\nlise@example.org,Lise,Meitner,"c\td"\n',
      },
      expected: { source: { delimiter: ',' }, rows: [ada, lise] },
    },
    {
      title: 'Delimiters at the end of each line',
      source: { text: 'email;first;last;;;\nada@example.org;Ada;Lovelace;;;\n' },
      expected: { source: { delimiter: ';' }, rows: [ada] },
    },
    {
      title: 'Something that cannot separate columns, chosen',
      source: { text: 'ada@example.org,Ada,Lovelace\n' },
      options: { delimiter: 'x' },
      expected: {
        refused:
          'The source cannot be read: “x” cannot separate columns. Use a comma, a semicolon, a tab or a pipe, or leave it to Roster.',
      },
    },
  ],
}
