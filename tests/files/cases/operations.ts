import type { FileCases } from '../file-case.ts'

export const operations: FileCases = {
  title: 'The six operations',
  introduction:
    'Each operation takes its fields in the order in which [its page](operations.md) lists them; a header is not needed.',
  cases: [
    {
      title: 'Invite users: address, first name, last name',
      source: { text: 'ada@example.net,Ada,Lovelace\nlise@example.net,Lise,Meitner\n' },
      expected: {
        source: { format: 'csv', delimiter: ',' },
        rows: [
          ['ada@example.net', 'Ada', 'Lovelace'],
          ['lise@example.net', 'Lise', 'Meitner'],
        ],
      },
    },
    {
      title: 'Delete users: one address per line',
      operation: 'delete-users',
      source: { pasted: 'ada@example.net\nlise@example.net' },
      expected: { rows: [['ada@example.net'], ['lise@example.net']] },
    },
    {
      title: 'Assign users to rooms: a cell may name several rooms, in quotation marks',
      operation: 'assign-users-to-rooms',
      source: {
        text: 'ada@example.net,"room 1,room 2",Participant\nlise@example.net,room 3,Moderator\n',
      },
      expected: {
        rows: [
          ['ada@example.net', 'room 1, room 2', 'Participant'],
          ['lise@example.net', 'room 3', 'Moderator'],
        ],
      },
    },
    {
      title: 'Remove users from rooms: one address per line',
      operation: 'remove-users-from-rooms',
      source: { pasted: 'ada@example.net\n' },
      expected: { rows: [['ada@example.net']] },
    },
    {
      title: 'Invite and assign users: both at once',
      operation: 'invite-and-assign-users',
      source: { text: 'ada@example.net,Ada,Lovelace,"room 1,room 2",Participant\n' },
      expected: {
        rows: [['ada@example.net', 'Ada', 'Lovelace', 'room 1, room 2', 'Participant']],
      },
    },
    {
      title: 'Invite guests: with the question whether a mail is sent',
      operation: 'invite-guests',
      source: {
        text: 'kurt@example.net,Kurt,room 1,Participant,True\nemmy@example.net,Emmy,room 1,Spectator,False\n',
      },
      expected: {
        rows: [
          ['kurt@example.net', 'Kurt', 'room 1', 'Participant', 'True'],
          ['emmy@example.net', 'Emmy', 'room 1', 'Spectator', 'False'],
        ],
      },
    },
    {
      title: 'Columns with titles may stand in any order, among others',
      source: {
        text: 'Department,Last name,Email,First name\nAnalysis,Lovelace,ada@example.net,Ada\n',
      },
      expected: {
        mapping: { email: 'Email', firstName: 'First name', lastName: 'Last name' },
        rows: [['ada@example.net', 'Ada', 'Lovelace']],
      },
    },
    {
      title: 'A row that cannot be used is a problem of that row; the others go on',
      operation: 'assign-users-to-rooms',
      source: { text: 'ada@example.net,room 1,Particpant\nnobody,room 2,Guest\n,room 3,Guest\n' },
      expected: {
        rows: [['! unknown-role (Participant)'], ['! invalid-email'], ['! missing-value']],
      },
    },
    {
      title: 'A file without rows',
      source: { text: 'Email,First name,Last name\n' },
      expected: { refused: 'The source has no data rows.' },
    },
  ],
}
