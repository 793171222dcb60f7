/** Words that only say how a column is to be filled in: they are always set aside. */
export const instructions: ReadonlySet<string> = new Set(
  words('required optional mandatory pflicht pflichtfeld pflichtangabe erforderlich'),
)

/** Words in headers that seldom say which field a column is: they are set aside where the rest names one. */
export const fillers: ReadonlySet<string> = new Set(
  words(`
    field feld column spalte value wert the of for to your invite invitee der die das des dem den fur im in ihre deine
    user users member members employee employees person people contact participant participants attendee
    attendees student students guest guests
    benutzer nutzer mitglied mitglieder mitarbeiter mitarbeiterin mitarbeitende person kontakt teilnehmer
    teilnehmerin teilnehmende gast gaste student studierende schuler
    primary main work business official haupt dienstlich dienstliche geschaftlich geschaftliche offizielle
    true false yes no or ja nein oder wahr falsch
  `),
)

/** Titles that are only place holders, once their number is set aside: `Column 3`, `F5`, `Unnamed: 0`. */
export const placeholders: ReadonlySet<string> = new Set(
  words(
    'column col spalte field feld unnamed unbenannt unknown unbekannt value wert data daten text string boolean bool varchar',
  ),
)

/** A column about somebody other than the person of the row, or about an address that is not the one to use. */
export const otherPeople: ReadonlySet<string> = new Set(
  words(`
    manager managers supervisor supervisors assistant boss parent emergency inviter owner sponsor
    creator created invited referrer secondary second alternate alternative alt recovery backup previous former
    old other reply cc bcc
    vorgesetzte vorgesetzter vorgesetzten vorgesetztem leiter leitung chef chefin assistenz eltern notfall
    erziehungsberechtigte erziehungsberechtigten erziehungsberechtigter sorgeberechtigte sorgeberechtigter erzieher
    mutter vater vormund betreuer ansprechpartner assistent assistentin empfohlen
    zweite zweit weitere alternativ fruhere alte ersteller
  `),
)

/** What a person has beside their work. */
export const privateWords: ReadonlySet<string> = new Set(words('home private personal privat'))

/** Parts of a header that mark a column as one of passwords. */
export const secretParts = words(
  'password passwort kennwort passwd passphrase passcode losungswort zugangscode geheimnis',
)

/** The same, but only as a word of its own: a `Passnummer` is none. */
export const secretWords: ReadonlySet<string> = new Set(
  words('pwd pw pass psw pswd pin secret token apikey'),
)

/** One letter away from a word for a password, but a word of its own. */
export const harmless: ReadonlySet<string> = new Set(words('passport kennwert'))

/** Names with which people sign in: they look like addresses, but where there is another one, mails go there. */
export const signInNames: ReadonlySet<string> = new Set(['user principal name', 'upn'])

/** Frequent titles of columns that no field asks for; without them they would look like one that does. */
export const elsewhere: readonly string[] = `
  id, user id, uid, guid, sis id, integration id, employee id, external id, number, nr, no
  login, login name, login id, user name, username, account, account name, sam account name
  benutzername, nutzername, anmeldename, benutzerkennung, kennung, benutzerkonto, konto
  middle name, additional name, initials, nickname, preferred name, maiden name, short name, sortable name
  zweiter vorname, weitere vornamen, initialen, spitzname, geburtsname, kurzname
  mail nickname, new primary email, email label, email usage, mail sent, email sent, last mail, email type, email display name, email status, email verified, email domain, email format
  e-mail-typ, e-mail angezeigter name, mailing address, mailing list, proxy addresses, mail server
  company, company name, organisation, organization, organisation name, institution, firma, firmenname
  department, department name, division, abteilung, abteilungsname, bereich, cost center, kostenstelle
  job title, job role, title, titel, position, funktion, salutation, anrede, prefix, suffix, namenszusatz
  phone, phone number, work phone, mobile phone, mobile, telephone, telephone number, fax, cell
  telefon, telefonnummer, mobil, mobilnummer, handy, handynummer, durchwahl, rufnummer
  address, street address, street, city, city name, town, zip, postal code, state, province, region, country
  adresse, anschrift, strasse, ort, stadt, plz, postleitzahl, bundesland, land, office, office location
  room number, room id, room type, raumnummer, raum nr, raumtyp, zimmer, zimmernummer, gebäude, building
  language, sprache, time zone, zeitzone, locale, group, group name, gruppe, gruppenname, team, team name
  status, user status, state, license, licenses, lizenz, account enabled, block sign in, active, aktiv
  created, last login, last sign in, last seen, letzte anmeldung, birthday, date of birth, geburtsdatum, geburtstag
  gender, geschlecht, comment, comments, kommentar, bemerkung, bemerkungen, note, notes, notiz, notizen
  line, code, message, suggestion, mail state, mail answer, file name, dateiname, domain name, host name, website, url, org unit path
  duration, total duration, meeting duration, in meeting duration, join time, leave time, first join, last leave
  dauer, besprechungsdauer, dauer der besprechung, erster beitritt, letztes verlassen, beitrittszeit
  in waiting room, waiting room, recording consent, invitation state, role id
  project name, projektname, class, klasse, section, start date, end date, valid from, valid until
`
  .split(/[,\n]/)
  .map((title) => title.trim())
  .filter((title) => title !== '')

function words(list: string): string[] {
  return list.trim().split(/\s+/)
}
