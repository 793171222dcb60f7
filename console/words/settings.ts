import { words } from './words.ts'

/** The company's settings. */
export const settings = words({
  en: {
    title: 'Company settings',
    company: {
      title: 'Company',
      name: 'Name',
      nameMissing: 'Enter a name.',
      language: 'Language of invitations',
      languageText: 'Of the mails to invited people, unless a batch says otherwise.',
      nothingChanged: 'Nothing to save',
      saved: 'The settings are saved.',
    },
  },
  de: {
    title: 'Firmeneinstellungen',
    company: {
      title: 'Firma',
      name: 'Name',
      nameMissing: 'Hier fehlt ein Name.',
      language: 'Sprache der Einladungen',
      languageText: 'Der Mails an eingeladene Personen, wenn ein Stapel nichts anderes sagt.',
      nothingChanged: 'Nichts zu speichern',
      saved: 'Die Einstellungen sind gespeichert.',
    },
  },
})
