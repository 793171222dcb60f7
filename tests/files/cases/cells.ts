import type { FileCases } from '../file-case.ts'

const header = 'email,first name,last name\n'

/** What stands in and around the text of a cell. */
export const cells: FileCases = {
  title: 'Cells',
  introduction:
    'What looks the same is the same. What nobody sees is set aside; what could change how a name is shown is a problem of its row.',
  cases: [
    {
      title: 'Spaces around a cell do not count, nor do no-break spaces from web pages',
      source: { text: `${header} ada@example.org ,Ada\u00a0,\u00a0Lovelace` },
      expected: { rows: [['ada@example.org', 'Ada', 'Lovelace']] },
    },
    {
      title: 'A no-break space between two words is a space',
      source: { text: `${header}ada@example.org,Ada\u00a0Augusta,Lovelace` },
      expected: { rows: [['ada@example.org', 'Ada Augusta', 'Lovelace']] },
    },
    {
      title: 'Spaces without width, soft hyphens and byte-order marks are removed',
      source: { text: `${header}a\u200bda@exam\u00adple.org,\ufeffAda,Love\u00adlace\u200b` },
      expected: { rows: [['ada@example.org', 'Ada', 'Lovelace']] },
    },
    {
      title: 'A letter and its accent are one letter, however they are written',
      source: {
        bytes: () => Buffer.from(`${header}anna@example.org,Anna,Gru\u0308n`),
        shown: 'Grün, with u and two dots as two characters, as macOS writes file names',
      },
      expected: { rows: [['anna@example.org', 'Anna', 'Grün']] },
    },
    {
      title: 'Quotation marks around a cell are set aside',
      source: { text: `${header}“ada@example.org”,„Ada“,« Lovelace »` },
      expected: { rows: [['ada@example.org', 'Ada', 'Lovelace']] },
    },
    {
      title: 'Names in every script',
      source: {
        text: `${header}a@example.org,Лев,Толстой\nb@example.org,太郎,山田\nc@example.org,محمد,الخوارزمي\nd@example.org,שרה,לוי\ne@example.org,विक्रम,साराभाई\n`,
      },
      expected: {
        rows: [
          ['a@example.org', 'Лев', 'Толстой'],
          ['b@example.org', '太郎', '山田'],
          ['c@example.org', 'محمد', 'الخوارزمي'],
          ['d@example.org', 'שרה', 'לוי'],
          ['e@example.org', 'विक्रम', 'साराभाई'],
        ],
      },
    },
    {
      title: 'Emoji, also those that are made of several',
      source: { text: `${header}ada@example.org,Ada 👩‍🚀,Lovelace 🏳️‍🌈` },
      expected: { rows: [['ada@example.org', 'Ada 👩‍🚀', 'Lovelace 🏳️‍🌈']] },
    },
    {
      title: 'Marks of direction around right-to-left text are set aside',
      source: { text: `${header}sara@example.org,\u202bשרה\u202c,\u200fלוי\u200f` },
      expected: { rows: [['sara@example.org', 'שרה', 'לוי']] },
    },
    {
      title:
        'Marks within a name that turn its direction are a problem: it would be shown as another',
      source: { text: `${header}ada@example.org,Ad\u202ea,Lovelace` },
      expected: { rows: [['! invalid-value (Ada)']] },
    },
    {
      title: 'A line break within a name is a problem, with what it stands for',
      source: { text: `${header}ada@example.org,"Ada\nAugusta",Lovelace` },
      expected: { rows: [['! invalid-value (Ada Augusta)']] },
    },
    {
      title: 'Control characters and damaged letters are a problem',
      source: { text: `${header}ada@example.org,Ad\u0007a,Lovelace\nj@example.org,J\ufffdrg,Beck` },
      expected: { rows: [['! invalid-value'], ['! invalid-value']] },
    },
    {
      title: 'A cell of 10,000 characters is a problem of its row',
      source: {
        bytes: () =>
          Buffer.from(
            `${header}ada@example.org,${'A'.repeat(10_000)},Lovelace\nalan@example.org,Alan,Turing`,
          ),
        shown: 'a first name of 10,000 letters, and a row below it',
      },
      expected: { rows: [['! too-long'], ['alan@example.org', 'Alan', 'Turing']] },
    },
  ],
}
