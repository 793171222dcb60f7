import { writeXlsx } from 'hucre/xlsx'
import type { FileCase, FileCases } from '../file-case.ts'

const ada = ['ada@example.org', 'Ada', 'Lovelace']
const lise = ['lise@example.org', 'Lise', 'Meitner']

/** An export of another program: its header, and what its rows have in the columns that are used. */
function peer(
  title: string,
  header: string,
  [email, firstName, lastName]: readonly [string, string, string],
): FileCase {
  const values: Readonly<Record<string, string>> = {
    [email]: 'ada@example.org',
    [firstName]: 'Ada',
    [lastName]: 'Lovelace',
  }
  const row = header.split(',').map((title) => values[title] ?? '')
  return {
    title,
    source: { text: `${header}\n${row.join(',')}\n` },
    expected: { mapping: { email, firstName, lastName }, rows: [ada] },
  }
}

export const headers: FileCases = {
  title: 'Headers',
  introduction:
    'Titles are understood in English and German, in whatever case, with instructions in brackets, and with a slip of the finger. What only resembles the name of a field is suggested, not guessed, and the addresses of other people (a manager’s, a mother’s) are never taken.',
  cases: [
    peer(
      'Moodle',
      'username,password,firstname,lastname,email,course1,role1,cohort1,sysrole1,suspended',
      ['email', 'firstname', 'lastname'],
    ),
    peer(
      'Microsoft Entra, list of users',
      'userPrincipalName,displayName,surname,mail,givenName,objectId,userType,jobTitle,accountEnabled,alternateEmailAddress,companyName',
      ['mail', 'givenName', 'surname'],
    ),
    peer(
      'Microsoft Entra, template in German',
      'Name [displayName] Erforderlich,Benutzername [userPrincipalName] Erforderlich,Anfangskennwort [passwordProfile] Erforderlich,Vorname [givenName],Nachname [surname]',
      [
        'Benutzername [userPrincipalName] Erforderlich',
        'Vorname [givenName]',
        'Nachname [surname]',
      ],
    ),
    peer(
      'Microsoft 365',
      'Username,First name,Last name,Display name,Job title,Department,Office phone,Alternate email address,City',
      ['Username', 'First name', 'Last name'],
    ),
    peer(
      'Google Workspace',
      'First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Password Hash Function [UPLOAD ONLY],Org Unit Path [Required],New Primary Email [UPLOAD ONLY],Recovery Email,Work Secondary Email,Manager Email',
      ['Email Address [Required]', 'First Name [Required]', 'Last Name [Required]'],
    ),
    peer(
      'Webex Control Hub',
      'First Name,Last Name,Display Name,User ID/Email (Required),User Status,Calendar Service',
      ['User ID/Email (Required)', 'First Name', 'Last Name'],
    ),
    peer(
      'Canvas',
      'user_id,login_id,password,first_name,last_name,full_name,sortable_name,short_name,email,status',
      ['email', 'first_name', 'last_name'],
    ),
    peer('Zoom', 'Email,First Name,Last Name,Phone,Department,Manager,User Group,Job Title', [
      'Email',
      'First Name',
      'Last Name',
    ]),
    peer(
      'Contacts of Outlook',
      'Title,First Name,Middle Name,Last Name,Company,Assistant’s Name,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,Manager’s Name',
      ['E-mail Address', 'First Name', 'Last Name'],
    ),
    peer(
      'Contacts of Outlook in German',
      'Anrede,Vorname,Weitere Vornamen,Nachname,Firma,E-Mail-Adresse,E-Mail-Typ,E-Mail: Angezeigter Name,E-Mail 2: Adresse,Name des/der Vorgesetzten',
      ['E-Mail-Adresse', 'Vorname', 'Nachname'],
    ),
    peer(
      'Contacts of Google',
      'First Name,Middle Name,Last Name,Nickname,Organization Name,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value',
      ['E-mail 1 - Value', 'First Name', 'Last Name'],
    ),
    peer('LDAP', 'dn,uid,cn,sn,givenName,mail,displayName,telephoneNumber,manager', [
      'mail',
      'givenName',
      'sn',
    ]),
    peer(
      'German school software',
      'Familienname,Rufname,Vornamen,Klasse,Geburtsdatum,E-Mail,E-Mail Mutter,E-Mail Vater',
      ['E-Mail', 'Rufname', 'Familienname'],
    ),
    {
      title:
        'Capital letters, line breaks, instructions in brackets, a mark glued to the first title',
      source: {
        text: '\uFEFF\uFEFFE-MAIL (Pflichtfeld);"VOR-\nNAME";Nachname *\nada@example.org;Ada;Lovelace\n',
      },
      expected: { rows: [ada] },
    },
    {
      title: 'A slip of the finger',
      source: { text: 'Emial,First nmae,Last name\nada@example.org,Ada,Lovelace\n' },
      expected: {
        mapping: { email: 'Emial', firstName: 'First nmae', lastName: 'Last name' },
        rows: [ada],
      },
    },
    {
      title: 'A title that resembles a field is another thing often enough: it is not guessed',
      operation: 'invite-guests',
      source: {
        text: 'E-Mail;Name;Raum;Rolle;Mail gesendet\nkurt@example.org;Kurt;room 1;Gast;Ja\n',
      },
      expected: {
        mapping: { email: 'E-Mail', name: 'Name', rooms: 'Raum', role: 'Rolle' },
        rows: [['! missing-value']],
      },
    },
    {
      title: 'Two columns with one title: the one that has addresses, then the left one',
      source: {
        text: 'Email,Email,First name,Last name\n,ada@example.org,Ada,Lovelace\n,lise@example.org,Lise,Meitner\n',
      },
      expected: { rows: [ada, lise] },
    },
    {
      title: 'Columns at the end with neither a title nor anything in them are none',
      source: {
        text: 'email,first name,last name,,,\nada@example.org,Ada,Lovelace,,,\nlise@example.org,Lise,Meitner,,,\n',
      },
      expected: { rows: [ada, lise] },
    },
    {
      title: 'A sheet with thousands of columns that are formatted and empty',
      source: {
        bytes: () =>
          writeXlsx({
            sheets: [
              {
                name: 'People',
                rows: [['Email', 'First name', 'Last name'], ada].map((cells) => [
                  ...cells,
                  ...Array.from({ length: 16_000 }, () => ''),
                ]),
              },
            ],
          }),
        shown: 'A sheet with three columns and 16,000 empty ones beside them',
      },
      expected: { rows: [ada] },
    },
  ],
}
