import type { FileCases } from '../file-case.ts'

const ada = ['ada@example.org', 'Ada', 'Lovelace']
const addresses = [['jane@example.org'], ['john@example.org']]

export const pasted: FileCases = {
  title: 'Pasted text',
  introduction:
    'What is copied from a spreadsheet, a mail or a chat. Addresses as mail programs and people write them become one row each, with the name beside the address.',
  cases: [
    {
      title: 'A range of a spreadsheet: tabs, and quoted cells with line breaks',
      source: {
        pasted:
          'E-Mail\tFirst name\tLast name\tNote\t\nada@example.org\tAda\tLovelace\t"two\nlines"\t\nlise@example.org\tLise\tMeitner\t\t\n',
      },
      expected: {
        source: { format: 'text', delimiter: '\t' },
        rows: [ada, ['lise@example.org', 'Lise', 'Meitner']],
      },
    },
    {
      title: 'A single row',
      source: { pasted: 'ada@example.org, Ada, Lovelace' },
      expected: { rows: [ada] },
    },
    {
      title: 'Addresses, one per line',
      operation: 'delete-users',
      source: { pasted: 'jane@example.org\r\njohn@example.org' },
      expected: { notices: [], rows: addresses },
    },
    {
      title: 'Addresses in one line',
      operation: 'delete-users',
      source: { pasted: 'jane@example.org, john@example.org' },
      expected: { notices: ['mail-addresses'], rows: addresses },
    },
    {
      title: 'Mailboxes in one line, names in quotation marks',
      operation: 'delete-users',
      source: { pasted: '"Doe, Jane" <jane@example.org>; John Roe <john@example.org>' },
      expected: { notices: ['mail-addresses'], rows: addresses },
    },
    {
      title: 'Outlook: last name, comma, first name, without quotation marks',
      operation: 'delete-users',
      source: { pasted: 'Doe, Jane <jane@example.org>; Roe, John <john@example.org>' },
      expected: { notices: ['mail-addresses'], rows: addresses },
    },
    {
      title: 'Mailboxes of people to invite: their names are split',
      source: { pasted: 'Doe, Jane <jane@example.org>; John Roe <john@example.org>' },
      expected: {
        notices: ['mail-addresses'],
        rows: [
          ['jane@example.org', 'Jane', 'Doe'],
          ['john@example.org', 'John', 'Roe'],
        ],
      },
    },
    {
      title: 'Mailboxes, one per line',
      operation: 'delete-users',
      source: { pasted: 'Jane Doe <jane@example.org>,\nJohn Roe <john@example.org>\n' },
      expected: { notices: ['mail-addresses'], rows: addresses },
    },
    {
      title: 'The lines of a mail’s head',
      operation: 'delete-users',
      source: {
        pasted:
          'Sent: Monday, 2 March 2026 09:12\nTo: Jane Doe <jane@example.org>\nCc: John Roe <john@example.org>\nBcc:\nSubject: Participants',
      },
      expected: { notices: ['mail-addresses', 'lines-without-address'], rows: addresses },
    },
    {
      title: 'A list in a chat, with bullets or numbers',
      source: {
        pasted:
          '1. Jane Doe jane@example.org\n2. Ludwig van Beethoven – lvb@example.org\n• "Roe, John" <john@example.org>',
      },
      expected: {
        notices: ['mail-addresses'],
        rows: [
          ['jane@example.org', 'Jane', 'Doe'],
          ['lvb@example.org', 'Ludwig', 'van Beethoven'],
          ['john@example.org', 'John', 'Roe'],
        ],
      },
    },
    {
      title: 'Addresses with blanks or an “and” between them',
      operation: 'delete-users',
      source: { pasted: 'jane@example.org and john@example.org' },
      expected: { notices: ['mail-addresses'], rows: addresses },
    },
    {
      title: 'A group, and addresses in parentheses',
      operation: 'delete-users',
      source: { pasted: 'Team: jane@example.org, John Roe (john@example.org);' },
      expected: { notices: ['mail-addresses'], rows: addresses },
    },
    {
      title: 'Links to addresses',
      operation: 'delete-users',
      source: { pasted: 'mailto:jane@example.org; <mailto:john@example.org>' },
      expected: { notices: ['mail-addresses'], rows: addresses },
    },
    {
      title: 'JSON is no table',
      source: { pasted: '[{ "email": "ada@example.org", "name": "Ada Lovelace" }]' },
      expected: {
        refused:
          'The source cannot be read: it is JSON, not a table. Export it as CSV, or paste its addresses as text.',
      },
    },
    {
      title: 'Business cards are no table',
      source: { text: 'BEGIN:VCARD\nVERSION:4.0\nEMAIL:ada@example.org\nEND:VCARD\n' },
      expected: {
        refused:
          'The source cannot be read: it has business cards (.vcf), not a table. Export the contacts as CSV.',
      },
    },
    {
      title: 'A table in which addresses have names beside them stays a table',
      operation: 'assign-users-to-rooms',
      source: {
        pasted:
          '"Doe, Jane" <jane@example.org>;room 1;Guest\n"Roe, John" <john@example.org>;room 2;Guest',
      },
      expected: {
        source: { delimiter: ';' },
        notices: [],
        rows: [
          ['jane@example.org', 'room 1', 'Guest'],
          ['john@example.org', 'room 2', 'Guest'],
        ],
      },
    },
  ],
}
