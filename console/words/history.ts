import { words } from './words.ts'

/** The history of batches. */
export const history = words({
  en: {
    title: 'History',
    text: 'All batches of the company, the newest first. Each can be opened.',
    new: 'New batch',
    empty: {
      title: 'There are no batches yet',
      text: 'A batch changes many users, rooms or guests at once. Select an operation and bring a file or text.',
      first: 'Select a batch operation',
    },
    pasted: 'pasted text',
    cleared: 'rows deleted after their time',
    columns: {
      operation: 'Operation',
      state: 'State',
      rows: 'Rows',
      done: 'Done',
      problems: 'Problems',
      mails: 'Mails',
      by: 'By',
      created: 'Created',
    },
  },
  de: {
    title: 'Verlauf',
    text: 'Alle Stapel der Firma, der neueste zuerst. Jeder lässt sich öffnen.',
    new: 'Neuer Stapel',
    empty: {
      title: 'Es gibt noch keine Stapel',
      text: 'Ein Stapel ändert viele Benutzer, Räume oder Gäste auf einmal. Dafür eine Stapelverarbeitung auswählen und eine Datei oder Text bringen.',
      first: 'Stapelverarbeitung auswählen',
    },
    pasted: 'eingefügter Text',
    cleared: 'Zeilen nach ihrer Zeit gelöscht',
    columns: {
      operation: 'Stapelverarbeitung',
      state: 'Zustand',
      rows: 'Zeilen',
      done: 'Erledigt',
      problems: 'Probleme',
      mails: 'Mails',
      by: 'Von',
      created: 'Erstellt',
    },
  },
})
