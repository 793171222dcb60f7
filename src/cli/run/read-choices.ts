import { nearest } from '../../domain/nearest.ts'
import { sourceEncodings } from '../../domain/source-encodings.ts'
import { SourceError } from '../../domain/table.ts'
import { chooseDelimiter } from '../../ingest/text/choose-delimiter.ts'
import { chooseEncoding } from '../../ingest/text/choose-encoding.ts'
import type { Language } from '../../domain/language.ts'
import type { MappingChoiceBody, NewBatch } from '../../http/contract/batch.ts'
import type { OperationDescription } from '../../http/contract/operation.ts'
import { usageFailure } from '../failure.ts'
import type { Sentences } from '../sentences.ts'

/** The flags of `run` that say how the source is to be read, as the command line gives them. */
export interface ChoiceFlags {
  readonly map: readonly string[]
  readonly ignore: readonly string[]
  readonly header?: boolean
  readonly delimiter?: string
  readonly encoding?: string
  readonly sheet?: string
  readonly firstLine?: string
  readonly allRows?: boolean
  /** `false`: no column is split. */
  readonly fullName?: string | false
  /** The columns are mapped as they were the last time. */
  readonly asBefore?: boolean
  readonly language?: Language
}

/**
 * What a new batch is told about its source.
 *
 * @throws Failure usage, for a value that cannot be meant
 */
export function readChoices(
  flags: ChoiceFlags,
  operation: OperationDescription,
  words: Sentences,
): NewBatch {
  const { delimiter, encoding, sheet, firstLine, allRows, fullName, language } = flags
  return {
    operation: operation.operation,
    language,
    delimiter: delimiter === undefined ? undefined : readDelimiter(delimiter, words),
    encoding: encoding === undefined ? undefined : readEncoding(encoding, words),
    sheet,
    firstLine: firstLine === undefined ? undefined : readFirstLine(firstLine, words),
    allRows,
    mapping: {
      ...(flags.header === undefined ? {} : { header: flags.header }),
      ...(flags.map.length === 0 ? {} : { fields: readFields(flags.map, operation, words) }),
      ...(flags.ignore.length === 0 ? {} : { ignore: [...flags.ignore] }),
      ...(fullName === undefined ? {} : { fullName: fullName === false ? null : fullName }),
    },
  }
}

/** Refuses what is wrong whatever the operation is, before a server is asked. */
export function refuseWrongChoices(flags: ChoiceFlags, words: Sentences): void {
  const { map, ignore, delimiter, encoding, firstLine, fullName, asBefore = false } = flags
  const isMapped = map.length > 0 || ignore.length > 0 || fullName !== undefined
  if (asBefore && isMapped) throw usageFailure(words.asBeforeAndOtherwise)
  for (const choice of map) splitChoice(choice, words)
  if (delimiter !== undefined) readDelimiter(delimiter, words)
  if (encoding !== undefined) readEncoding(encoding, words)
  if (firstLine !== undefined) readFirstLine(firstLine, words)
}

function readFirstLine(text: string, words: Sentences): number {
  if (!/^[1-9]\d{0,8}$/u.test(text.trim())) throw usageFailure(words.badFirstLine(text))
  return Number(text)
}

const delimiterNames: Readonly<Record<string, string>> = { comma: ',', semicolon: ';', pipe: '|' }

/** One character, or the name of one. */
function readDelimiter(text: string, words: Sentences): string {
  const chosen = delimiterNames[text.toLowerCase()] ?? text
  return orRefuse(() => chooseDelimiter('', chosen).delimiter, words.badDelimiter(text))
}

function readEncoding(text: string, words: Sentences): string {
  return orRefuse(
    () => {
      chooseEncoding(Buffer.alloc(0), text)
      return text
    },
    words.badEncoding(text, sourceEncodings.join(', ')),
  )
}

/** What the ingest refuses, it refuses only once everything was sent. */
function orRefuse(read: () => string, title: string): string {
  try {
    return read()
  } catch (error) {
    throw error instanceof SourceError ? usageFailure(title) : error
  }
}

function readFields(
  choices: readonly string[],
  { fields }: OperationDescription,
  words: Sentences,
): MappingChoiceBody['fields'] {
  const names = fields.map(({ field }) => field)
  const chosen = new Map<string, string>()
  for (const choice of choices) {
    const { name, column } = splitChoice(choice, words)
    const field = names.find((field) => field.toLowerCase() === name.toLowerCase())
    if (field === undefined) {
      throw usageFailure(words.unknownField(name, nearest(name, names), names.join(', ')))
    }
    if (chosen.has(field)) throw usageFailure(words.fieldTwice(field))
    chosen.set(field, column)
  }
  return Object.fromEntries(chosen)
}

/** Splits `FIELD=COLUMN` at its first `=`; a column's header may hold others. */
function splitChoice(choice: string, words: Sentences): { name: string; column: string } {
  const at = choice.indexOf('=')
  const name = choice.slice(0, at).trim()
  const column = choice.slice(at + 1).trim()
  if (at < 1 || name === '' || column === '') throw usageFailure(words.noFieldAndColumn(choice))
  return { name, column }
}
