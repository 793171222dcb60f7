import type { FileCase, FileCases } from '../file-case.ts'

/** Addresses beside full names, below a header. */
function split(
  title: string,
  names: readonly string[],
  halves: readonly (readonly string[])[],
): FileCase {
  return {
    title,
    source: { text: ['Name;Email', ...names.map((name) => `${name};a@example.org`)].join('\n') },
    expected: {
      mapping: { email: 'Email', firstName: 'First name', lastName: 'Last name' },
      rows: halves.map(([first = '', last = '']) =>
        first.startsWith('!') ? [first] : ['a@example.org', first, last],
      ),
    },
  }
}

/** Full names where an operation asks for first and last name. */
export const names: FileCases = {
  title: 'Full names',
  introduction:
    'Where an operation asks for first and last name and only one column has names, it is split. The halves are two more columns behind those of the source, to be seen and corrected in step 3; the mapping can also name the column, or say that none is split. A name that could be split elsewhere as well bears a notice.',
  cases: [
    split('First name and last name', ['Ada Lovelace'], [['Ada', 'Lovelace']]),
    split(
      'The last name first, before a comma',
      ['Lovelace, Ada', 'García Márquez, Gabriel'],
      [
        ['Ada', 'Lovelace'],
        ['Gabriel', 'García Márquez'],
      ],
    ),
    split(
      'Particles belong to the last name',
      [
        'Ludwig van Beethoven',
        'Beethoven, Ludwig van',
        'Simone de Beauvoir',
        'João dos Santos',
        'Omar al-Khatib',
      ],
      [
        ['Ludwig', 'van Beethoven'],
        ['Ludwig', 'van Beethoven'],
        ['Simone', 'de Beauvoir'],
        ['João', 'dos Santos'],
        ['Omar', 'al-Khatib'],
      ],
    ),
    split(
      'Titles and degrees are set aside',
      ['Prof. Dr. Anna Schmidt', 'Frau Eva Beck', 'Sammy Davis Jr.', 'Grace Hopper, PhD'],
      [
        ['Anna', 'Schmidt'],
        ['Eva', 'Beck'],
        ['Sammy', 'Davis Jr.'],
        ['Grace', 'Hopper'],
      ],
    ),
    split(
      'Of more words the last one is the last name, with a notice at the row',
      ['Augusta Ada Lovelace'],
      [['Augusta Ada', 'Lovelace']],
    ),
    split(
      'Last names in capitals',
      ['Marie Anne DUPONT', 'DUPONT Jean'],
      [
        ['Marie Anne', 'DUPONT'],
        ['Jean', 'DUPONT'],
      ],
    ),
    split(
      'Chinese, Japanese and Korean names, the family name first',
      ['山田 太郎', '김 민수'],
      [
        ['太郎', '山田'],
        ['민수', '김'],
      ],
    ),
    split(
      'A name of one word has no last name: the row says that it is missing',
      ['Ada Lovelace', 'Prince', '山田太郎', 'Alan Turing', 'Grace Hopper'],
      [
        ['Ada', 'Lovelace'],
        ['! missing-value'],
        ['! missing-value'],
        ['Alan', 'Turing'],
        ['Grace', 'Hopper'],
      ],
    ),
    {
      title: 'Without a header, by what the cells look like',
      source: { text: 'ada@example.org,Ada Lovelace\nalan@example.org,Alan Turing\n' },
      expected: {
        mapping: { email: 'Email', firstName: 'First name', lastName: 'Last name' },
        rows: [
          ['ada@example.org', 'Ada', 'Lovelace'],
          ['alan@example.org', 'Alan', 'Turing'],
        ],
      },
    },
    {
      title: 'German titles: Anzeigename, Vor- und Nachname',
      source: { text: 'Vor- und Nachname;E-Mail\nJürgen Groß;juergen@example.org' },
      expected: { rows: [['juergen@example.org', 'Jürgen', 'Groß']] },
    },
    {
      title: 'A column that a person names, of two that have names',
      source: { text: 'Email;Display name;Full name\nada@example.org;Ada;Ada Lovelace' },
      options: { mapping: { fullName: 'Full name' } },
      expected: { rows: [['ada@example.org', 'Ada', 'Lovelace']] },
    },
  ],
}
