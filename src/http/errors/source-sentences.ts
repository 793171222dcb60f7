import type { Language, Localised } from '../../domain/language.ts'
import type { RequestErrorCode } from '../../domain/request-error.ts'
import type { SourceErrorCode, UnreadableReason } from '../../domain/table.ts'

/** What each way of being unreadable is called in an answer, and the clause after “The source cannot be read:”. */
export const sourceAnswers: Readonly<
  Record<SourceErrorCode, { readonly code: RequestErrorCode; readonly reason?: Localised }>
> = {
  'unreadable-source': { code: 'unreadable-source' },
  'unknown-encoding': {
    code: 'unreadable-source',
    reason: {
      en: 'the encoding “{encoding}” is not known. Leave it to Roster, or choose one of these: {known}.',
      de: 'Die Zeichencodierung „{encoding}“ ist nicht bekannt. Bitte Roster die Wahl überlassen, oder eine von diesen nehmen: {known}.',
    },
  },
  'unknown-delimiter': {
    code: 'unreadable-source',
    reason: {
      en: '“{delimiter}” cannot separate columns. Use a comma, a semicolon, a tab or a pipe, or leave it to Roster.',
      de: '„{delimiter}“ kann keine Spalten trennen. Bitte Komma, Semikolon, Tabulator oder senkrechten Strich verwenden, oder es Roster überlassen.',
    },
  },
  'option-of-texts': {
    code: 'unreadable-source',
    reason: {
      en: 'it is a workbook, which has neither an encoding nor a delimiter. Leave the choice of {option} out.',
      de: 'Sie ist eine Arbeitsmappe, die weder Zeichencodierung noch Trennzeichen hat. Bitte die Wahl von {option} weglassen.',
    },
  },
  'option-of-workbooks': {
    code: 'unreadable-source',
    reason: {
      en: 'it is a text, which has no sheets. Leave the choice of a sheet out.',
      de: 'Sie ist ein Text, der keine Tabellenblätter hat. Bitte die Wahl eines Blattes weglassen.',
    },
  },
  'unclosed-quote': {
    code: 'unreadable-source',
    reason: {
      en: 'the quotation mark that opens there is never closed. Close it, or remove it.',
      de: 'Das Anführungszeichen, das dort beginnt, wird nie geschlossen. Bitte schließen oder entfernen.',
    },
  },
  'unsupported-format': { code: 'unreadable-source' },
  'unknown-sheet': {
    code: 'unreadable-source',
    reason: {
      en: 'there is no sheet “{sheet}”. The sheets are: {sheets}.',
      de: 'Es gibt kein Tabellenblatt „{sheet}“. Es gibt: {sheets}.',
    },
  },
  'source-too-large': { code: 'source-too-large' },
  'too-many-rows': { code: 'too-many-rows' },
  'no-rows': { code: 'no-rows' },
  'no-such-line': { code: 'no-such-line' },
  'all-rows-done': { code: 'all-rows-done' },
}

/** The clause for each `reason` of an unreadable source. */
export const unreadable: Readonly<Record<UnreadableReason, Localised>> = {
  binary: {
    en: 'it is neither text nor a workbook. Export it as CSV or XLSX.',
    de: 'Sie ist weder Text noch eine Arbeitsmappe. Bitte als CSV oder XLSX exportieren.',
  },
  damaged: {
    en: 'the file is damaged. Open it in the program that made it, and save it again.',
    de: 'Die Datei ist beschädigt. Bitte in dem Programm öffnen, aus dem sie stammt, und neu speichern.',
  },
  'invalid-bytes': {
    en: 'there are bytes that are no text in the encoding {encoding}. Choose the right encoding, or save the file as UTF-8.',
    de: 'Dort stehen Bytes, die in der Zeichencodierung {encoding} kein Text sind. Bitte die richtige wählen, oder die Datei als UTF-8 speichern.',
  },
  'record-too-long': {
    en: 'the row there has more than {limit} characters. Is it a table, with one row per line?',
    de: 'Die Zeile dort hat mehr als {limit} Zeichen. Ist es eine Tabelle mit einer Zeile je Datensatz?',
  },
  'too-many-cells': {
    en: 'the row there has more than {limit} cells. Is the delimiter the right one? If it is, raise ROSTER_MAX_COLUMNS.',
    de: 'Die Zeile dort hat mehr als {limit} Zellen. Stimmt das Trennzeichen? Wenn ja, bitte ROSTER_MAX_COLUMNS erhöhen.',
  },
  'cell-too-long': {
    en: 'a cell there has more than {limit} characters. Is the delimiter the right one, and is every quotation mark closed? If so, raise ROSTER_MAX_CELL.',
    de: 'Eine Zelle dort hat mehr als {limit} Zeichen. Stimmt das Trennzeichen, und ist jedes Anführungszeichen geschlossen? Wenn ja, bitte ROSTER_MAX_CELL erhöhen.',
  },
  'took-too-long': {
    en: 'reading the workbook takes too long. Save it as CSV and bring that.',
    de: 'Die Arbeitsmappe zu lesen dauert zu lange. Bitte als CSV speichern und diese Datei verwenden.',
  },
  'out-of-memory': {
    en: 'the workbook needs more memory than one may have. Save it as CSV and bring that.',
    de: 'Die Arbeitsmappe braucht mehr Speicher, als eine haben darf. Bitte als CSV speichern und diese Datei verwenden.',
  },
}

/** The sentence for each way of being too large; without a `reason` it is the source as it comes. */
export const tooLarge = {
  bytes: {
    en: 'The source is larger than {limit}. Split it, or raise ROSTER_MAX_BYTES.',
    de: 'Die Quelle ist größer als {limit}. Bitte aufteilen oder ROSTER_MAX_BYTES erhöhen.',
  },
  unpacked: {
    en: 'The workbook unpacks to more than {limit}. Split it, or raise ROSTER_MAX_UNPACKED.',
    de: 'Die Arbeitsmappe ist ausgepackt größer als {limit}. Bitte aufteilen oder ROSTER_MAX_UNPACKED erhöhen.',
  },
  ratio: {
    en: 'A part of the workbook unpacks to more than {limit} times its size, which real tables do not. Save it as CSV, or raise ROSTER_MAX_RATIO.',
    de: 'Ein Teil der Arbeitsmappe wird beim Auspacken mehr als {limit}-mal so groß, was echte Tabellen nicht tun. Bitte als CSV speichern oder ROSTER_MAX_RATIO erhöhen.',
  },
} as const satisfies Readonly<Record<string, Localised>>

/** The clause for bytes that make sense in the encoding `suggestion`. */
export const otherEncoding: Localised = {
  en: 'there are bytes that are no text in the encoding {encoding}. They make sense in {suggestion}: choose that, or save the file as UTF-8.',
  de: 'Dort stehen Bytes, die in der Zeichencodierung {encoding} kein Text sind, wohl aber in {suggestion}. Bitte diese wählen, oder die Datei als UTF-8 speichern.',
}

/** The clause for what was `found` instead of a table. */
export function unsupported(found: string, language: Language): string {
  return (unsupportedFormats[found] ?? otherFormat)[language]
}

const unsupportedFormats: Readonly<Record<string, Localised>> = {
  apple: {
    en: 'it is a document of Numbers, Pages or Keynote. Export it as XLSX or CSV.',
    de: 'Sie ist ein Dokument von Numbers, Pages oder Keynote. Bitte als XLSX oder CSV exportieren.',
  },
  document: {
    en: 'it is a text document, such as of Word. Copy its table and paste it as text, or save the table as XLSX or CSV.',
    de: 'Sie ist ein Textdokument, etwa von Word. Bitte die Tabelle kopieren und als Text einfügen, oder als XLSX oder CSV speichern.',
  },
  encrypted: {
    en: 'it is protected by a password. Save a copy without one.',
    de: 'Sie ist mit einem Kennwort geschützt. Bitte eine Kopie ohne Kennwort speichern.',
  },
  json: {
    en: 'it is JSON, not a table. Export it as CSV, or paste its addresses as text.',
    de: 'Sie ist JSON und keine Tabelle. Bitte als CSV exportieren oder die Adressen als Text einfügen.',
  },
  mail: {
    en: 'it is a mail saved by Outlook. Save the list that is attached to it, and bring that.',
    de: 'Sie ist eine in Outlook gespeicherte E-Mail. Bitte die angehängte Liste speichern und diese Datei verwenden.',
  },
  markup: {
    en: 'it is a web page or XML, whatever its name says. Open it in a spreadsheet program and save it as XLSX or CSV.',
    de: 'Sie ist eine Webseite oder XML, was auch ihr Name sagt. Bitte in einer Tabellenkalkulation öffnen und als XLSX oder CSV speichern.',
  },
  office: {
    en: 'it is a document of an office program, but no workbook. Bring CSV, TSV, text, XLSX or ODS.',
    de: 'Sie ist ein Dokument eines Office-Programms, aber keine Arbeitsmappe. Bitte CSV, TSV, Text, XLSX oder ODS verwenden.',
  },
  presentation: {
    en: 'it is a presentation. Copy its table and paste it as text, or save the table as XLSX or CSV.',
    de: 'Sie ist eine Präsentation. Bitte die Tabelle kopieren und als Text einfügen, oder als XLSX oder CSV speichern.',
  },
  vcard: {
    en: 'it has business cards (.vcf), not a table. Export the contacts as CSV.',
    de: 'Sie enthält Visitenkarten (.vcf) und keine Tabelle. Bitte die Kontakte als CSV exportieren.',
  },
  xls: {
    en: 'it is in the old Excel format (.xls). Save it as XLSX or CSV.',
    de: 'Sie hat das alte Excel-Format (.xls). Bitte als XLSX oder CSV speichern.',
  },
  xlsb: {
    en: 'it is a binary Excel workbook (.xlsb). Save it as XLSX or CSV.',
    de: 'Sie ist eine binäre Excel-Arbeitsmappe (.xlsb). Bitte als XLSX oder CSV speichern.',
  },
  zip: {
    en: 'it is a zip archive, not a workbook. Unpack it, and bring the file that is in it.',
    de: 'Sie ist ein ZIP-Archiv und keine Arbeitsmappe. Bitte entpacken und die Datei darin verwenden.',
  },
}

const otherFormat: Localised = {
  en: 'it is not a table. Bring CSV, TSV, text, XLSX or ODS.',
  de: 'Sie ist keine Tabelle. Bitte CSV, TSV, Text, XLSX oder ODS verwenden.',
}
