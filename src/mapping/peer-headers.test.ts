import { expect, test } from 'vitest'
import type { FieldName } from '../domain/field.ts'
import { understandHeader } from './understand-header.ts'
import { matchColumns } from './match-columns.ts'

const invite: readonly FieldName[] = ['email', 'firstName', 'lastName']
const assign: readonly FieldName[] = ['email', 'rooms', 'role']
const guests: readonly FieldName[] = ['email', 'name', 'rooms', 'role', 'sendMail']

/** The header of an export or a template of somebody else, and the title that each field must be filled from. */
interface PeerHeader {
  readonly fields?: readonly FieldName[]
  readonly header: string
  /** Rows, where a title is in more than one column or says too little. */
  readonly rows?: readonly string[]
  readonly expected: Readonly<Partial<Record<FieldName, string>>>
}

const peers: Readonly<Record<string, PeerHeader>> = {
  'Moodle, upload of users': {
    header:
      'username,password,firstname,lastname,email,course1,group1,role1,cohort1,sysrole1,suspended,oldusername,profile_field_title',
    expected: { email: 'email', firstName: 'firstname', lastName: 'lastname' },
  },
  'Moodle, enrolments': {
    fields: assign,
    header: 'username,email,course1,role1,enrolperiod1,cohort1,sysrole1',
    rows: ['ada,ada@x.org,room 1,Participant,90,c1,'],
    expected: { email: 'email', rooms: 'course1', role: 'role1' },
  },
  'Microsoft Entra, bulk create': {
    header:
      'Name [displayName] Required,User name [userPrincipalName] Required,Initial password [passwordProfile] Required,Block sign in (Yes/No) [accountEnabled] Required,First name [givenName],Last name [surname],Job title [jobTitle],Department [department],Usage location [usageLocation],Office [physicalDeliveryOfficeName],Office phone [telephoneNumber],Mobile phone [mobile]',
    expected: {
      email: 'User name [userPrincipalName] Required',
      firstName: 'First name [givenName]',
      lastName: 'Last name [surname]',
    },
  },
  'Microsoft Entra, bulk create, in German': {
    header:
      'Name [displayName] Erforderlich,Benutzername [userPrincipalName] Erforderlich,Anfangskennwort [passwordProfile] Erforderlich,Anmeldung blockieren (Ja/Nein) [accountEnabled] Erforderlich,Vorname [givenName],Nachname [surname],Position [jobTitle]',
    expected: {
      email: 'Benutzername [userPrincipalName] Erforderlich',
      firstName: 'Vorname [givenName]',
      lastName: 'Nachname [surname]',
    },
  },
  'Microsoft Entra, bulk invite': {
    fields: guests,
    header:
      'Email address to invite [inviteeEmail] Required,Redirection url [inviteRedirectURL] Required,Send invitation message (true or false) [sendEmail],Customized invitation message [customizedMessageBody]',
    expected: {
      email: 'Email address to invite [inviteeEmail] Required',
      sendMail: 'Send invitation message (true or false) [sendEmail]',
    },
  },
  'Microsoft Entra, bulk invite, of earlier': {
    fields: ['email'],
    header:
      'Email address to invite [inviteeEmail] [Required],Redirection url [inviteRedirectURL] [Required]',
    expected: { email: 'Email address to invite [inviteeEmail] [Required]' },
  },
  'Microsoft Entra, bulk delete': {
    fields: ['email'],
    header: 'User name [userPrincipalName] Required',
    expected: { email: 'User name [userPrincipalName] Required' },
  },
  'Microsoft Entra, download of users': {
    header:
      'userPrincipalName,displayName,surname,mail,givenName,objectId,userType,jobTitle,department,accountEnabled,usageLocation,telephoneNumber,mobile,authenticationEmail,alternateEmailAddress,companyName,creationType,invitationState,createdDateTime',
    rows: ['ada_x.org#EXT#@c.example,Ada King,King,ada@x.org,Ada,1,Guest,,,TRUE,,,,,,,,Accepted,'],
    expected: { email: 'mail', firstName: 'givenName', lastName: 'surname' },
  },
  'Microsoft Entra, download of users without a mailbox': {
    header: 'userPrincipalName,displayName,surname,mail,givenName',
    rows: ['ada@x.org,Ada King,King,,Ada'],
    expected: { email: 'userPrincipalName', firstName: 'givenName', lastName: 'surname' },
  },
  'Microsoft 365, import of users': {
    header:
      'Username,First name,Last name,Display name,Job title,Department,Office number,Office phone,Mobile phone,Fax,Alternate email address,Address,City,State or province,ZIP or postal code,Country or region',
    rows: ['ada@x.org,Ada,King,Ada King,,,,,,,private@x.org,,,,,'],
    expected: { email: 'Username', firstName: 'First name', lastName: 'Last name' },
  },
  'Microsoft 365, import of users, in German': {
    header:
      'Benutzername,Vorname,Nachname,Anzeigename,Position,Abteilung,Telefon – Geschäftlich,Telefon (geschäftlich),Mobiltelefon,Fax,Alternative E-Mail-Adresse,Adresse,Ort,Bundesstaat,Postleitzahl,Land oder Region',
    rows: ['ada@x.org,Ada,King,Ada King,,,,,,,private@x.org,,,,,'],
    expected: { email: 'Benutzername', firstName: 'Vorname', lastName: 'Nachname' },
  },
  'Microsoft 365, export of users': {
    header:
      'Block credential,City,Display name,First name,Last dirsync time,Last name,Last password change time stamp,Licenses,Password never expires,Proxy addresses,Usage location,User principal name,When created',
    expected: { email: 'User principal name', firstName: 'First name', lastName: 'Last name' },
  },
  'Google Workspace, upload and download of users': {
    header:
      'First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Password Hash Function [UPLOAD ONLY],Org Unit Path [Required],New Primary Email [UPLOAD ONLY],Status [READ ONLY],Last Sign In [READ ONLY],Recovery Email,Home Secondary Email,Work Secondary Email,Recovery Phone [MUST BE IN THE E.164 FORMAT],Employee ID,Manager Email,Email Usage [READ ONLY],Change Password at Next Sign-In,New Status [UPLOAD ONLY]',
    expected: {
      email: 'Email Address [Required]',
      firstName: 'First Name [Required]',
      lastName: 'Last Name [Required]',
    },
  },
  'Webex Control Hub': {
    header:
      'First Name,Last Name,Display Name,User ID/Email (Required),User Status,Directory Number,Direct Line,Calendar Service,Meeting 25 Party,Spark Message',
    expected: {
      email: 'User ID/Email (Required)',
      firstName: 'First Name',
      lastName: 'Last Name',
    },
  },
  'Canvas, users': {
    header:
      'user_id,integration_id,authentication_provider_id,login_id,password,ssha_password,first_name,last_name,full_name,sortable_name,short_name,email,pronouns,declared_user_type,status',
    expected: { email: 'email', firstName: 'first_name', lastName: 'last_name' },
  },
  'Canvas, enrolments, which have no address': {
    fields: assign,
    header: 'course_id,user_id,role,role_id,section_id,status,associated_user_id,notify',
    expected: { role: 'role' },
  },
  'Outlook, contacts': {
    header:
      'Title,First Name,Middle Name,Last Name,Suffix,Company,Job Title,Business Street,Assistant’s Name,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,E-mail 2 Display Name,Manager’s Name,Referred By,Spouse,User 1,Web Page',
    expected: { email: 'E-mail Address', firstName: 'First Name', lastName: 'Last Name' },
  },
  'Outlook, contacts, in German': {
    header:
      'Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Position,Telefon Assistent,E-Mail-Adresse,E-Mail-Typ,E-Mail: Angezeigter Name,E-Mail 2: Adresse,E-Mail 2: Typ,E-Mail 2: Angezeigter Name,Empfohlen von,Name Assistent,Name des/der Vorgesetzten,Nachname Yomi,Benutzer 1,Webseite',
    expected: { email: 'E-Mail-Adresse', firstName: 'Vorname', lastName: 'Nachname' },
  },
  'Google Contacts': {
    header:
      'First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Last Name,Name Prefix,Nickname,File As,Organization Name,Organization Title,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value',
    rows: [
      'Ada,,King,,,,,,,,* myContacts,* Work,a@x.org ::: b@x.org,,,,',
      'Bo,,Li,,,,,,,,* myContacts,* Work,bo@x.org,,private@x.org,,',
    ],
    expected: { email: 'E-mail 1 - Value', firstName: 'First Name', lastName: 'Last Name' },
  },
  'Google Contacts, of earlier': {
    header:
      'Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Family Name Yomi,Name Prefix,Nickname,Short Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value',
    expected: { email: 'E-mail 1 - Value', firstName: 'Given Name', lastName: 'Family Name' },
  },
  'Zoom, users': {
    header:
      'Email,First Name,Last Name,Phone,Department,Manager,User Group,IM Group,Job Title,Cost Center,Location',
    expected: { email: 'Email', firstName: 'First Name', lastName: 'Last Name' },
  },
  'Zoom, participants': {
    fields: guests,
    header:
      'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent,In Waiting Room',
    rows: ['Ada King,ada@x.org,9:00,10:00,60,Yes,Yes,No'],
    expected: { email: 'User Email', name: 'Name (Original Name)' },
  },
  'Microsoft Teams, attendance': {
    fields: guests,
    header: 'Name,First Join,Last Leave,In-Meeting Duration,Email,Participant ID (UPN),Role',
    expected: { email: 'Email', name: 'Name', role: 'Role' },
  },
  'Microsoft Teams, attendance, in German': {
    fields: guests,
    header:
      'Vollständiger Name,Erster Beitritt,Letztes Verlassen,Dauer der Besprechung,E-Mail,Teilnehmer-ID (UPN),Rolle',
    expected: { email: 'E-Mail', name: 'Vollständiger Name', role: 'Rolle' },
  },
  LDAP: {
    header: 'dn,objectClass,uid,cn,sn,givenName,mail,displayName,telephoneNumber,manager',
    expected: { email: 'mail', firstName: 'givenName', lastName: 'sn' },
  },
  'Active Directory': {
    header:
      'DistinguishedName,Enabled,GivenName,mail,Name,ObjectClass,ObjectGUID,SamAccountName,SID,Surname,UserPrincipalName',
    expected: { email: 'mail', firstName: 'GivenName', lastName: 'Surname' },
  },
  ASV: {
    header:
      'Familienname,Rufname,Vornamen,Klasse,Geburtsdatum,Geburtsort,Schüler/in Strasse,E-Mail,E-Mail Mutter,E-Mail Vater,Erziehungsberechtigter 1 Vorname',
    expected: { email: 'E-Mail', firstName: 'Rufname', lastName: 'Familienname' },
  },
  Untis: {
    header: 'name,longName,foreName,gender,birthDate,klasse.name,entryDate,address.email',
    rows: ['KingAda,King,Ada,w,1815-12-10,5a,,ada@x.org'],
    expected: { email: 'address.email', firstName: 'foreName', lastName: 'longName' },
  },
  'vCard, as a table': {
    header: 'FN,Family Name,Given Name,Additional Names,Email (work),Email (home),Tel',
    expected: { email: 'Email (work)', firstName: 'Given Name', lastName: 'Family Name' },
  },
}

test.each(Object.entries(peers))('%s', (_, { fields = invite, header, rows = [], expected }) => {
  const sample = [header, ...rows].map((line, at) => ({ line: at + 1, cells: line.split(',') }))
  const mapping = matchColumns({
    fields,
    sample,
    choice: {},
    knownRooms: new Set(['room 1']),
  })
  expect(mapping.header).toBe(true)
  const titles = Object.entries(mapping.fields).map(([field, index]) => [
    field,
    mapping.columns[index]?.title,
  ])
  expect(Object.fromEntries(titles)).toEqual(expected)
})

test('whatever a peer calls its passwords, they are not stored', () => {
  const titles = Object.values(peers).flatMap(({ header }) => header.split(','))
  const passwords = titles.filter((title) => /pass(?:word|code)|kennwort/iu.test(title))
  expect(passwords.length).toBeGreaterThan(8)
  expect(passwords.filter((title) => understandHeader(title).kind !== 'secret')).toEqual([])
})
