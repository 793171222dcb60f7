import { words } from './words.ts'

/** A batch that is executed: the question before, the progress, and the result. */
export const batchExecution = words({
  en: {
    execute: {
      execute: 'Execute operation',
      caution: 'Batch operations cannot be undone!',
      delete_one: 'Delete {{count, number}} user',
      delete_other: 'Delete {{count, number}} users',
      title: 'Execute “{{operation}}”?',
      nothing: 'There is nothing to execute: no row would change anything.',
      onlyProblems:
        'There is nothing to execute: the rows that would change something have problems.',
      happens: 'This will happen:',
      untouched_one: '{{count, number}} row changes nothing.',
      untouched_other: '{{count, number}} rows change nothing.',
      skip_one: 'Skip the row with a problem',
      skip_other: 'Skip the {{count, number}} rows with problems',
      skipText:
        'Nothing happens with what is skipped; the report names it. To mend it first, cancel.',
      hold: 'Hold the mails of this batch until somebody releases them',
      holdText: 'They wait in the mail outbox. All else happens at once.',
      heldAnyway:
        'The company holds all its mails at present, so these wait in the outbox as well.',
      mustSkip:
        'Rows with problems cannot be executed: tick that they are skipped, or mend them first.',
      type: 'Type {{number}} to confirm the deletion',
      mustType: 'Type the number {{number}} first.',
      changed: 'The plan has changed meanwhile; nothing was executed. These are the new numbers.',
      changedDraft: 'Nothing was executed: the data have changed meanwhile. Verify them again.',
      executedElsewhere: 'This batch was executed elsewhere meanwhile; it was not executed twice.',
    },
    execution: {
      waiting: 'Waiting …',
      waits: {
        batch: 'It is not its turn yet: one batch of the company is executed at a time.',
        server:
          'No server has begun with it yet: all that execute batches are at work for others, or none is running.',
        still:
          'Nothing has moved for some seconds. If the server that was at work has ended, another goes on within half a minute; nothing is lost, and nothing is done twice.',
      },
      executing: 'Executing …',
      leaving:
        'This page can be left or closed: the execution goes on, and it can be looked at again from the history.',
      stop: 'Stop',
      stopping: 'Stopping after the rows that are being executed …',
      bar: 'Executed rows',
    },
    interrupted: {
      stopped: 'The execution was stopped',
      failed: 'The execution has failed',
      rest_one: '{{count, number}} row has not been executed.',
      rest_other: '{{count, number}} rows have not been executed.',
      goOn: 'Go on',
    },
    cleared: {
      title: 'The rows of this batch are no longer there',
      text: 'They were deleted {{at}}, because their time was over. What they counted stays. To do it again, bring the source as a new batch.',
    },
    result: {
      by: 'By',
      started: 'Started',
      took: 'Took',
      rate: 'Rows per second',
      report: 'Download report',
      again: 'Run the same operation again',
      users: 'To the users',
      rooms: 'To the rooms',
      guests: 'To the guests',
      mails: 'To the mail outbox',
      failed_one: '{{count, number}} row failed: the directory had changed since the verification.',
      failed_other:
        '{{count, number}} rows failed: the directory had changed since the verification.',
    },
  },
  de: {
    execute: {
      execute: 'Execute operation',
      caution: 'Batch Operations lassen sich nicht rückgängig machen!',
      delete_one: '{{count, number}} Benutzer löschen',
      delete_other: '{{count, number}} Benutzer löschen',
      title: '„{{operation}}“ ausführen?',
      nothing: 'Es gibt nichts auszuführen: Keine Zeile würde etwas ändern.',
      onlyProblems:
        'Es gibt nichts auszuführen: Die Zeilen, die etwas ändern würden, haben Probleme.',
      happens: 'Das wird geschehen:',
      untouched_one: '{{count, number}} Zeile ändert nichts.',
      untouched_other: '{{count, number}} Zeilen ändern nichts.',
      skip_one: 'Die Zeile mit einem Problem überspringen',
      skip_other: 'Die {{count, number}} Zeilen mit Problemen überspringen',
      skipText:
        'Mit dem, was übersprungen wird, geschieht nichts; der Bericht nennt es. Um es erst zu beheben: abbrechen.',
      hold: 'Die Mails dieses Stapels zurückhalten, bis jemand sie freigibt',
      holdText: 'Sie warten im Postausgang. Alles andere geschieht sofort.',
      heldAnyway:
        'Die Firma hält zurzeit alle Mails zurück; auch diese warten also im Postausgang.',
      mustSkip:
        'Zeilen mit Problemen lassen sich nicht ausführen: ankreuzen, dass sie übersprungen werden, oder sie erst beheben.',
      type: 'Zur Bestätigung der Löschung {{number}} eintippen',
      mustType: 'Erst die Zahl {{number}} eintippen.',
      changed:
        'Der Plan hat sich inzwischen geändert; nichts wurde ausgeführt. Das sind die neuen Zahlen.',
      changedDraft:
        'Nichts wurde ausgeführt: Die Daten haben sich inzwischen geändert. Sie sind erneut zu prüfen.',
      executedElsewhere:
        'Dieser Stapel wurde inzwischen anderswo ausgeführt; doppelt wurde er nicht ausgeführt.',
    },
    execution: {
      waiting: 'Wartet …',
      waits: {
        batch:
          'Dieser Stapel ist noch nicht an der Reihe: Es wird immer nur einer der Firma ausgeführt.',
        server:
          'Noch kein Server hat damit begonnen: Alle, die Stapel ausführen, arbeiten für andere, oder es läuft keiner.',
        still:
          'Seit einigen Sekunden bewegt sich nichts. Ist der Server beendet, der daran gearbeitet hat, macht binnen einer halben Minute ein anderer weiter; nichts geht verloren, und nichts geschieht doppelt.',
      },
      executing: 'Wird ausgeführt …',
      leaving:
        'Diese Seite lässt sich verlassen oder schließen: Die Ausführung geht weiter und ist über den Verlauf wiederzufinden.',
      stop: 'Anhalten',
      stopping: 'Hält an nach den Zeilen, die gerade ausgeführt werden …',
      bar: 'Ausgeführte Zeilen',
    },
    interrupted: {
      stopped: 'Die Ausführung wurde angehalten',
      failed: 'Die Ausführung ist gescheitert',
      rest_one: '{{count, number}} Zeile wurde nicht ausgeführt.',
      rest_other: '{{count, number}} Zeilen wurden nicht ausgeführt.',
      goOn: 'Fortsetzen',
    },
    cleared: {
      title: 'Die Zeilen dieses Stapels gibt es nicht mehr',
      text: 'Sie wurden gelöscht ({{at}}), weil ihre Zeit abgelaufen war. Was sie gezählt haben, bleibt. Um es noch einmal zu tun, die Quelle als neuen Stapel bringen.',
    },
    result: {
      by: 'Von',
      started: 'Begonnen',
      took: 'Dauer',
      rate: 'Zeilen pro Sekunde',
      report: 'Bericht herunterladen',
      again: 'Noch ein Stapel dieser Art',
      users: 'Zu den Benutzern',
      rooms: 'Zu den Räumen',
      guests: 'Zu den Gästen',
      mails: 'Zum Postausgang',
      failed_one:
        '{{count, number}} Zeile ist gescheitert: Das Verzeichnis hatte sich seit der Prüfung geändert.',
      failed_other:
        '{{count, number}} Zeilen sind gescheitert: Das Verzeichnis hatte sich seit der Prüfung geändert.',
    },
  },
})
