import { fillSentence } from './fill-sentence.ts'
import type { Language, Localised } from './language.ts'
import type { SourceNotice, SourceNoticeCode } from './source-notice.ts'

/** What is worth knowing about how a source was read: one or two sentences. */
export function describeSourceNotice(notice: SourceNotice, language: Language): string {
  return fillSentence(sentences[notice.code], notice.particulars, language)
}

const sentences: Readonly<Record<SourceNoticeCode, Localised>> = {
  'lines-above': {
    en: 'Lines above the table that are no rows and were not taken: {count}, beginning with {first}.',
    de: 'Zeilen über der Tabelle, die keine Datenzeilen sind und nicht übernommen wurden: {count}, beginnend mit {first}.',
  },
  'example-rows': {
    en: 'Example rows of the template that were not taken: {count}, from line {line} on.',
    de: 'Beispielzeilen der Vorlage, die nicht übernommen wurden: {count}, ab Zeile {line}.',
  },
  'hidden-rows': {
    en: 'Rows that are hidden in the sheet and were taken all the same: {count}.',
    de: 'Zeilen, die im Tabellenblatt ausgeblendet sind und trotzdem übernommen wurden: {count}.',
  },
  'hidden-columns': {
    en: 'Columns that are hidden in the sheet and were read all the same: {count}.',
    de: 'Spalten, die im Tabellenblatt ausgeblendet sind und trotzdem gelesen wurden: {count}.',
  },
  'hidden-sheet': {
    en: 'The sheet {sheet} is hidden in the workbook.',
    de: 'Das Tabellenblatt {sheet} ist in der Arbeitsmappe ausgeblendet.',
  },
  'merged-cells': {
    en: 'Cells that lie under a merged cell and were given its text: {count}, from line {line} on.',
    de: 'Zellen, die unter einer verbundenen Zelle liegen und deren Text erhielten: {count}, ab Zeile {line}.',
  },
  'formulas-without-value': {
    en: 'Cells whose formula was never calculated, so that they are empty: {count}, from line {line} on. Open the file in a spreadsheet program and save it.',
    de: 'Zellen, deren Formel nie berechnet wurde und die deshalb leer sind: {count}, ab Zeile {line}. Bitte die Datei in einer Tabellenkalkulation öffnen und speichern.',
  },
  macros: {
    en: 'The workbook carries macros. They were not run.',
    de: 'Die Arbeitsmappe enthält Makros. Sie wurden nicht ausgeführt.',
  },
  'mail-addresses': {
    en: 'Read as a list of addresses: one row for each.',
    de: 'Als Liste von Adressen gelesen: je eine Zeile.',
  },
  'lines-without-address': {
    en: 'Lines of the mail’s head, and names of groups, that were not taken: {count}, in line {line} {first}.',
    de: 'Zeilen aus dem Kopf der E-Mail und Namen von Gruppen, die nicht übernommen wurden: {count}, in Zeile {line} {first}.',
  },
  'doubtful-encoding': {
    en: 'In line {line} it says {value}, which looks damaged. If it is, choose the encoding {suggestion} instead of {encoding}.',
    de: 'In Zeile {line} steht {value}, was beschädigt aussieht. Falls es das ist, bitte die Zeichencodierung {suggestion} statt {encoding} wählen.',
  },
  'damaged-letters': {
    en: 'In line {line} it says {value}, which was {meant} before the file was saved in a wrong encoding. Bring the original file, or correct such cells.',
    de: 'In Zeile {line} steht {value}. Das war {meant}, bevor die Datei in einer falschen Zeichencodierung gespeichert wurde. Bitte die ursprüngliche Datei verwenden oder solche Zellen korrigieren.',
  },
  'rows-done': {
    en: 'This is the report of a batch of {since}. Rows that are done and were not taken again: {count}.',
    de: 'Das ist der Bericht einer Stapelverarbeitung vom {since}. Zeilen, die erledigt sind und nicht noch einmal übernommen wurden: {count}.',
  },
  'rows-contradicting': {
    en: 'Rows that contradicted an earlier row of their list: {count}, from line {line} on. Where that one is done, nothing contradicts them any more: check what they would change.',
    de: 'Zeilen, die einer früheren Zeile ihrer Liste widersprachen: {count}, ab Zeile {line}. Wo diese erledigt ist, widerspricht ihnen nichts mehr: bitte prüfen, was sie ändern würden.',
  },
}
