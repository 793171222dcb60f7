import type { Localised } from '../../domain/language.ts'

/** The sentences for `invalid-request`, by the `reason` that it carries. */
export const reasons: Readonly<Record<string, Localised>> = {
  'name-needed': {
    en: 'A name is needed.',
    de: 'Ein Name wird gebraucht.',
  },
  'invisible-characters': {
    en: 'A name cannot have control characters or line breaks.',
    de: 'Ein Name kann keine Steuerzeichen oder Zeilenumbrüche haben.',
  },
  'unstorable-character': {
    en: 'The request contains a character that cannot be stored (a zero byte, or half of a pair).',
    de: 'Die Anfrage enthält ein Zeichen, das sich nicht speichern lässt (ein Nullbyte oder ein halbes Zeichenpaar).',
  },
  'header-encoding': {
    en: 'The value of the header {name} must be percent-encoded UTF-8.',
    de: 'Der Wert des Headers {name} muss prozentcodiertes UTF-8 sein.',
  },
  'idempotency-key': {
    en: 'An Idempotency-Key has 1 to 255 printable characters.',
    de: 'Ein Idempotency-Key hat 1 bis 255 druckbare Zeichen.',
  },
  cursor: {
    en: 'The cursor is not one that a page of this list gave as “next”.',
    de: 'Der Cursor ist keiner, den eine Seite dieser Liste als „next“ genannt hat.',
  },
  'cursor-and-offset': {
    en: 'A page begins at a cursor or at an offset, not at both.',
    de: 'Eine Seite beginnt bei einem Cursor oder bei einem Offset, nicht bei beiden.',
  },
  'key-outlives-key': {
    en: 'A key that is made with a key cannot outlive it. Choose a time until {until}.',
    de: 'Ein Schlüssel, der mit einem Schlüssel erstellt wird, kann ihn nicht überleben. Bitte einen Zeitpunkt bis {until} wählen.',
  },
  'meeting-address': {
    en: 'The address of the meeting server must be a web address such as https://meet.example.org/{placeholder}, without spaces, and its host cannot have a placeholder.',
    de: 'Die Adresse des Meeting-Servers muss eine Webadresse wie https://meet.example.org/{placeholder} sein, ohne Leerzeichen; ihr Host kann keinen Platzhalter haben.',
  },
  'meeting-address-user': {
    en: 'The address of the meeting server cannot have a user or a password before its host.',
    de: 'Die Adresse des Meeting-Servers kann keinen Benutzer und kein Passwort vor dem Host haben.',
  },
  'meeting-address-https': {
    en: 'The address of the meeting server must begin with https:// (http:// only on this machine).',
    de: 'Die Adresse des Meeting-Servers muss mit https:// beginnen (http:// nur auf diesem Rechner).',
  },
  'meeting-address-braces': {
    en: 'The address of the meeting server has a brace without its other half.',
    de: 'In der Adresse des Meeting-Servers steht eine geschweifte Klammer ohne ihre andere Hälfte.',
  },
  'meeting-placeholder-unknown': {
    en: 'The address of the meeting server has the placeholder {placeholder}, which nothing stands for. There are {known}.',
    de: 'Die Adresse des Meeting-Servers hat den Platzhalter {placeholder}, für den nichts steht. Es gibt {known}.',
  },
  'meeting-placeholder-needed': {
    en: 'The address of the meeting server needs {placeholder}: else all rooms would be one.',
    de: 'Die Adresse des Meeting-Servers braucht {placeholder}: Sonst wären alle Räume einer.',
  },
  'meeting-placeholder-in-path': {
    en: 'The placeholder {placeholder} can only stand behind a “?” or a “#” of the address.',
    de: 'Der Platzhalter {placeholder} kann nur hinter einem „?“ oder „#“ der Adresse stehen.',
  },
  'meeting-token-unsigned': {
    en: 'The address has {placeholder}: say the app ID and the secret with which it is to be signed.',
    de: 'Die Adresse enthält {placeholder}: Bitte App-ID und Geheimnis angeben, mit denen es signiert wird.',
  },
  'meeting-token-unused': {
    en: 'With an app ID the address needs {placeholder}, where the signed token goes.',
    de: 'Mit einer App-ID braucht die Adresse {placeholder}: Dort steht das signierte Token.',
  },
  'meeting-app-needed': {
    en: 'A secret needs an app ID, too.',
    de: 'Zu einem Geheimnis gehört auch eine App-ID.',
  },
  'meeting-secret-needed': {
    en: 'An app ID needs a secret, too.',
    de: 'Zu einer App-ID gehört auch ein Geheimnis.',
  },
  'validity-order': {
    en: 'The validity must begin before it ends.',
    de: 'Die Gültigkeit muss beginnen, bevor sie endet.',
  },
  'value-of-no-field': {
    en: 'Say in which field the value stands: “field” goes with “value”.',
    de: 'In welchem Feld steht der Wert? Zu „value“ gehört „field“.',
  },
  'mail-was-sent': {
    en: 'It was sent. To send a new one, invite the person again.',
    de: 'Sie wurde gesendet. Für eine neue die Person bitte erneut einladen.',
  },
  'mail-is-held': {
    en: 'It is held. Release it, and it leaves.',
    de: 'Sie wird zurückgehalten. Sobald sie freigegeben ist, wird sie gesendet.',
  },
  'mail-waits': {
    en: 'It is waiting to be sent already.',
    de: 'Sie wartet bereits darauf, gesendet zu werden.',
  },
  'mail-opens-nothing': {
    en: 'Its links no longer open anything. Invite the person again.',
    de: 'Ihre Links öffnen nichts mehr. Bitte die Person erneut einladen.',
  },
  'invalid-json': {
    en: 'The body is not valid JSON.',
    de: 'Der Inhalt ist kein gültiges JSON.',
  },
  'media-type': {
    en: 'A body of this type is not understood here. Send application/json, or a file as multipart/form-data.',
    de: 'Ein Inhalt dieses Typs wird hier nicht verstanden. Bitte application/json senden, oder eine Datei als multipart/form-data.',
  },
  'too-many-values': {
    en: 'The body has more values than any request needs.',
    de: 'Der Inhalt hat mehr Werte, als irgendeine Anfrage braucht.',
  },
  'body-too-large': {
    en: 'The body is larger than this address takes.',
    de: 'Der Inhalt ist größer, als diese Adresse annimmt.',
  },
  'malformed-upload': {
    en: 'The upload is damaged or broke off. Nothing was stored; send it again.',
    de: 'Der Upload ist beschädigt oder abgebrochen. Nichts wurde gespeichert; bitte noch einmal senden.',
  },
  'fields-before-file': {
    en: 'The form must have one file, as its last part: the fields stand before it.',
    de: 'Das Formular muss eine Datei haben, als letzten Teil: die Felder stehen davor.',
  },
  'no-source': {
    en: 'Send a file (multipart/form-data) or a text (“text” in JSON).',
    de: 'Bitte eine Datei (multipart/form-data) oder einen Text („text“ in JSON) senden.',
  },
  'mapping-field': {
    en: 'The field “mapping” must be JSON.',
    de: 'Das Feld „mapping“ muss JSON sein.',
  },
  malformed: {
    en: 'The request cannot be understood.',
    de: 'Die Anfrage ist nicht verständlich.',
  },
}
