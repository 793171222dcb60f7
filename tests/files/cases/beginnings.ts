import { writeXlsx } from 'hucre/xlsx'
import type { FileCases } from '../file-case.ts'

const ada = ['ada@example.org', 'Ada', 'Lovelace']
const lise = ['lise@example.org', 'Lise', 'Meitner']

export const beginnings: FileCases = {
  title: 'Beginnings',
  introduction:
    'What stands above the table (a title, a comment, what an export sums up) is no row: it is not taken, and said. A line with an address is a row, and what may be one is taken for one. The line with which the table begins can be chosen, too.',
  cases: [
    {
      title: 'A title and a blank line above the header',
      source: {
        text: 'Teilnehmerliste Sommer 2026;;\n\nE-Mail;Vorname;Nachname\nada@example.org;Ada;Lovelace\nlise@example.org;Lise;Meitner\n',
      },
      expected: {
        source: { delimiter: ';', firstLine: 3 },
        notices: ['lines-above'],
        rows: [ada, lise],
      },
    },
    {
      title: 'A title with commas above a semicolon file',
      source: {
        text: 'Participants, summer 2026, as of 1 March\nEmail;First name;Last name\nada@example.org;Ada;Lovelace\n',
      },
      expected: { source: { delimiter: ';', firstLine: 2 }, notices: ['lines-above'], rows: [ada] },
    },
    {
      title: 'A title above rows without a header',
      source: {
        text: 'Participants\n\nada@example.org;Ada;Lovelace\nlise@example.org;Lise;Meitner\n',
      },
      expected: { source: { firstLine: 3 }, notices: ['lines-above'], rows: [ada, lise] },
    },
    {
      title: 'A title and a date in a sheet',
      source: {
        bytes: () =>
          writeXlsx({
            sheets: [
              {
                name: 'Liste',
                rows: [
                  ['Teilnehmerliste'],
                  ['Stand:', '01.03.2026'],
                  [],
                  ['E-Mail', 'Vorname', 'Nachname'],
                  ada,
                ],
              },
            ],
          }),
        shown: 'A sheet with a title, a date and an empty row above its header',
      },
      expected: { source: { firstLine: 4 }, notices: ['lines-above'], rows: [ada] },
    },
    {
      title: 'Comments',
      source: {
        text: '# exported 2026-03-01 by admin\n// all people\nemail,first name,last name\nada@example.org,Ada,Lovelace\n',
      },
      expected: { source: { firstLine: 3 }, notices: ['lines-above'], rows: [ada] },
    },
    {
      title: 'The type that PowerShell writes above an export of Active Directory',
      source: {
        text: '#TYPE Selected.Microsoft.ActiveDirectory.Management.ADUser\n"GivenName","Surname","UserPrincipalName","mail"\n"Ada","Lovelace","al@corp.example.net","ada@example.org"\n',
      },
      expected: {
        source: { firstLine: 2 },
        notices: ['lines-above'],
        mapping: { email: 'mail', firstName: 'GivenName', lastName: 'Surname' },
        rows: [ada],
      },
    },
    {
      title: 'The version and the example of a template of Microsoft Entra',
      source: {
        text: 'version:v1.0,,,,,\nName [displayName] Required,User name [userPrincipalName] Required,Initial password [passwordProfile] Required,Block sign in (Yes/No) [accountEnabled] Required,First name [givenName],Last name [surname]\nExample: Chris Green,chris@contoso.com,myPassword1234,No,Chris,Green\nAda Lovelace,ada@example.org,s3cret,No,Ada,Lovelace\n',
      },
      expected: {
        source: { firstLine: 2 },
        notices: ['lines-above', 'example-rows'],
        rows: [ada],
      },
    },
    {
      title: 'The same of its template for deleting users',
      operation: 'delete-users',
      source: {
        text: 'version:v1.0\nUser name [userPrincipalName] Required\nExample: chris@contoso.com\nada@example.org\n',
      },
      expected: { notices: ['lines-above', 'example-rows'], rows: [['ada@example.org']] },
    },
    {
      title: 'What Microsoft Teams sums up above a list of participants',
      operation: 'delete-users',
      source: {
        text: '1. Summary\nMeeting title\tAnalysis\nAttended participants\t1\nStart time\t3/1/26, 4:16:54 PM\n\n2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\nAda Lovelace\t3/1/26, 4:16:55 PM\t3/1/26, 4:18:08 PM\t1m\tada@example.org\tada@example.org\tOrganizer\n',
        encoding: 'utf-16le',
      },
      expected: {
        source: { delimiter: '\t', firstLine: 7 },
        notices: ['lines-above'],
        mapping: { email: 'Email' },
        rows: [['ada@example.org']],
      },
    },
    {
      title: 'Two headers, labels and technical names: the second one counts',
      source: {
        text: 'E-Mail,First name,Last name\nemail,first_name,last_name\nada@example.org,Ada,Lovelace\n',
      },
      expected: {
        source: { firstLine: 2 },
        notices: ['lines-above'],
        mapping: { email: 'email', firstName: 'first_name', lastName: 'last_name' },
        rows: [ada],
      },
    },
    {
      title: 'A row without its address is a row, wherever it stands',
      source: {
        text: 'Ada;Lovelace;\nLise;Meitner;lise@example.org\nGrace;Hopper;grace@example.org\n',
      },
      expected: {
        source: { firstLine: 1 },
        notices: [],
        rows: [['! missing-value'], lise, ['grace@example.org', 'Grace', 'Hopper']],
      },
    },
    {
      title: 'The line in which the table begins, chosen',
      source: {
        text: 'old@example.org,Old,Row\nemail,first name,last name\nada@example.org,Ada,Lovelace\n',
      },
      options: { firstLine: 2 },
      expected: { source: { firstLine: 2 }, notices: ['lines-above'], rows: [ada] },
    },
    {
      title: 'The first line, chosen: then everything is taken',
      operation: 'delete-users',
      source: { text: 'Leavers of 2026\nada@example.org\n' },
      options: { firstLine: 1 },
      expected: { notices: [], rows: [['! invalid-email'], ['ada@example.org']] },
    },
    {
      title: 'A line that there is not, chosen',
      source: { text: 'email,first name,last name\nada@example.org,Ada,Lovelace\n' },
      options: { firstLine: 40 },
      expected: {
        refused: 'The source cannot begin in line 40: its last row stands in line 2.',
      },
    },
  ],
}
