import type { FileCases } from '../file-case.ts'

const people = 'email,first name,last name\nada@example.net,Ada,Lovelace\nbroken,Alan,Turing\n'

const ofReport = 'line,state,code,message,suggestion'

const report =
  `email,first name,last name,${ofReport}\n` +
  'ada@example.net,Ada,Lovelace,2,done,,,\n' +
  'alan@example.net,Alan,Turing,3,error,invalid-email,“broken” is not an email address.,\n'

export const reports: FileCases = {
  title: 'Reports that are brought again',
  introduction:
    'The report of a batch, corrected, can be brought again as it is, as CSV or XLSX. It is recognised by its columns: those of a batch of the same operation, and behind them those that a report adds. Of this one, the first row was done.',
  cases: [
    {
      title: 'Only the rows that are not done are taken, and that is said',
      source: { text: report },
      earlier: people,
      expected: { notices: ['rows-done'], rows: [['alan@example.net', 'Alan', 'Turing']] },
    },
    {
      title: 'All rows are taken where one asks for it',
      source: { text: report },
      earlier: people,
      options: { allRows: true },
      expected: {
        notices: [],
        rows: [
          ['ada@example.net', 'Ada', 'Lovelace'],
          ['alan@example.net', 'Alan', 'Turing'],
        ],
      },
    },
    {
      title: 'A report of which every row is done is refused',
      source: { text: report.split('\n').slice(0, 2).join('\n') },
      earlier: people,
      expected: {
        refused:
          'Every row of this report is done (1): none is left to be taken. To take them anyway, bring it again with all rows (--all-rows).',
      },
    },
    {
      title: 'For another operation, a report is a list like any other',
      source: { text: report },
      operation: 'delete-users',
      expected: { notices: [], rows: [['ada@example.net'], ['alan@example.net']] },
    },
  ],
}
