import { expect, test } from 'vitest'
import { exactScore, isBareName, understandHeader } from './understand-header.ts'

const fieldTitles = {
  email: {
    exact: [
      'Email',
      'E-Mail',
      'E–Mail',
      'e_mail',
      'EMAIL ADDRESS',
      'Email Address [Required]',
      'User name [userPrincipalName] Required',
      'Email address to invite [inviteeEmail] Required',
      'User ID/Email (Required)',
      'User Email',
      'E-Mail-Adresse',
      'Mailadresse',
      'E-Mail-Adresse der Teilnehmerin',
      'Participant ID (UPN)',
      'Work Email',
    ],
    similar: ['Emial', 'Email Addres', 'E-mail 2 Address', 'E-mail 1 - Value'],
  },
  firstName: {
    exact: [
      'first name',
      'First Name [Required]',
      'First name [givenName]',
      'firstname',
      'Vorname',
    ],
    similar: ['Vornmae', 'First Nme'],
  },
  lastName: {
    exact: ['Last Name*', 'Last name [surname]', 'Family Name', 'sn', 'Nachname', 'Familienname'],
    similar: ['Nachnmae', 'Familiename'],
  },
  rooms: {
    exact: ['Rooms', 'Room name(s)', 'Räume', 'Raum (Name)', 'Besprechungsraum'],
    similar: ['Raeume', 'Rooom', 'room1'],
  },
  role: {
    exact: ['Role', 'Rolle', 'Rolle (Admin, Moderator, Gast)', 'User role'],
    similar: ['role1'],
  },
  name: {
    exact: ['Name', 'Name [displayName] Required', 'full_name', 'Anzeigename', 'Guest name'],
    similar: ['Namen'],
  },
  sendMail: {
    exact: [
      'Send mail (True/False)',
      'Send invitation message (true or false) [sendEmail]',
      'Mail senden?',
      'Einladung versenden',
      'Einladungs-Mail senden',
    ],
    similar: ['Send mails'],
  },
}

const named = Object.entries(fieldTitles)
const exact = named.flatMap(([field, titles]) => titles.exact.map((title) => ({ title, field })))
const similar = named.flatMap(([field, titles]) =>
  titles.similar.map((title) => ({ title, field })),
)

test.each(exact)('$title names the field $field', ({ title, field }) => {
  expect(understandHeader(title)).toMatchObject({ kind: 'field', field })
  expect(understandHeader(title)).toHaveProperty('score', expect.toSatisfy(isExact))
})

test.each(similar)('$title is similar to a name of the field $field', ({ title, field }) => {
  expect(understandHeader(title)).toMatchObject({ kind: 'field', field })
  expect(understandHeader(title)).not.toHaveProperty('score', expect.toSatisfy(isExact))
})

test.each([
  'Password',
  'Passwort (Klartext)',
  'Kennwort',
  'pwd',
  'initialPassword',
  'Initial password [passwordProfile] Required',
  'Change Password at Next Sign-In',
  'Password Hash Function [UPLOAD ONLY]',
  'pasword',
  'Passwrot',
  'PIN',
])('%s is a column of passwords', (title) => {
  expect(understandHeader(title)).toEqual({ kind: 'secret' })
})

test.each(['Reisepass', 'Passport number', 'Pinnwand', 'Keyword'])('%s is none', (title) => {
  expect(understandHeader(title).kind).not.toBe('secret')
})

test.each([
  'User Status',
  'Username',
  'login_id',
  'sortable_name',
  'Middle Name',
  'Company name',
  'E-mail Type',
  'E-Mail: Angezeigter Name',
  'Mailing Address',
  'Block sign in (Yes/No) [accountEnabled] Required',
  'Org Unit Path [Required]',
  'Telefonnummer',
  'Adresse',
])('%s is something that no field asks for', (title) => {
  expect(understandHeader(title)).toEqual({ kind: 'elsewhere' })
})

test.each([
  'Manager Email',
  'Recovery Email',
  'Home Secondary Email',
  'E-Mail Vorgesetzte',
  'Name des/der Vorgesetzten',
  'E-Mail Mutter',
  'Vorname Erziehungsberechtigter',
  'Name Assistent',
])('%s is not the address of the person in the row', (title) => {
  expect(understandHeader(title)).toEqual({ kind: 'other-people' })
})

test.each(['', ' ', 'Column 3', 'Spalte 2', 'A', 'F5', 'Unnamed: 0', '7'])(
  'the title “%s” says nothing',
  (title) => {
    expect(understandHeader(title)).toEqual({ kind: 'placeholder' })
  },
)

test.each(['Mail gesendet', 'Einladung gesendet'])(
  '%s resembles the field sendMail, which is suggested and not guessed',
  (title) => {
    expect(understandHeader(title)).toEqual({ kind: 'unknown', near: 'sendMail' })
  },
)

test.each([
  'course1',
  'Rule',
  'Zoom',
  'Zooms',
  'Traum',
  'Baum',
  'sysrole1',
  'correo electrónico',
  '電子メール',
  'Spielraum',
])('%s is not understood rather than misunderstood', (title) => {
  expect(understandHeader(title)).toEqual({ kind: 'unknown' })
})

test('only the bare word is a bare name', () => {
  expect(['Name', 'NAME *', 'Name (Pflichtfeld)'].every(isBareName)).toBe(true)
  expect(['User Name', 'Display Name', 'Namen'].some(isBareName)).toBe(false)
})

function isExact(score: unknown): boolean {
  return typeof score === 'number' && score >= exactScore
}
