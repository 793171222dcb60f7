import { z } from 'zod'
import { batchStates, rowStates } from '../../domain/batch.ts'
import { effectNames } from '../../domain/effect.ts'
import { mappingReasons } from '../../domain/mapping.ts'
import { noticeCodes, problemCodes } from '../../domain/problem.ts'
import { sourceNoticeCodes } from '../../domain/source-notice.ts'
import { sourceFormats } from '../../domain/table.ts'
import { fieldName } from './operation.ts'

const language = z.enum(['en', 'de'])

/** Named, since it contains itself. */
export const anyJson = z.json()

/** How many rows stand where; every key is always present. */
export const totals = z.object({
  rows: z.int(),
  ready: z.int(),
  unchanged: z.int(),
  error: z.int(),
  done: z.int(),
  failed: z.int(),
  mails: z.int().describe('Mails that will be queued, or that were.'),
})

const rowProblem = z.object({
  code: z.enum(problemCodes),
  field: fieldName.nullable(),
  message: z.string(),
  suggestion: z.string().optional().describe('The cell that would be right.'),
})

const rowNotice = z.object({ code: z.enum(noticeCodes), message: z.string() })

export const row = z.object({
  row: z.int().describe('Counted from 1 among the data rows.'),
  line: z.int().describe('Where it stood in the source, counted from 1.'),
  state: z.enum(rowStates).nullable().describe('Null before the verification.'),
  values: z.partialRecord(fieldName, z.string()).describe('The cells, corrections included.'),
  cells: z
    .array(z.string())
    .describe('All cells of the record, column by column, corrections included.'),
  leftOut: z.boolean().describe('A person took it out: it is unchanged, whatever its cells say.'),
  fixed: z.array(fieldName).describe('The fields that were corrected here.'),
  problems: z.array(rowProblem),
  notices: z.array(rowNotice),
  changes: z
    .array(z.object({ before: anyJson, after: anyJson }))
    .describe('What would change or was changed.'),
})

/** `total`: how many rows there are of the kind that was asked for, on all pages. */
export const rowPage = z.object({
  rows: z.array(row),
  next: z.string().nullable(),
  total: z.int(),
})

/** Which rows of a batch are meant; all that is said must hold. */
export const rowFilter = z.strictObject({
  state: z
    .array(z.enum([...rowStates, 'problems']))
    .max(10)
    .optional(),
  problem: z.enum(problemCodes).optional().describe('Rows with this problem …'),
  field: fieldName.optional().describe('… in this field …'),
  value: z
    .string()
    .optional()
    .describe('… whose cell says this, what surrounds it aside. Only together with `field`.'),
  leftOut: z.boolean().optional(),
  search: z.string().max(200).optional().describe('Found in one of the cells, case ignored.'),
})

/** What applying rows does to the directory, counted and said in words. */
export const effectCount = z.object({
  effect: z.enum(effectNames),
  count: z.int(),
  message: z.string().describe('A sentence with the number, in the reader’s language.'),
})

/** What is worth knowing about how the source was read. */
const sourceNotice = z.object({
  code: z.enum(sourceNoticeCodes),
  message: z.string(),
  particulars: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .describe('What the sentence names: lines, counts, the encoding that is suggested.'),
})

/** A mapping that a person made for a source with the same columns, to be used again. */
const rememberedMapping = z.object({
  fields: z.partialRecord(fieldName, z.string()).describe('The column of each field.'),
  ignore: z.array(z.string()).describe('Columns that no guess may use.'),
  fullName: z.string().nullable().describe('The column whose full names are split.'),
  by: z.string().nullable().describe('The address of who made it; null: gone.'),
  at: z.iso.datetime(),
})

/** Rows with the same problem, the most frequent first. */
export const problemGroup = z.object({
  code: z.enum(problemCodes),
  field: fieldName.nullable(),
  count: z.int(),
  value: z.string().nullable().describe('The cell that they have in common.'),
  suggestion: z.string().optional(),
  message: z.string(),
  firstLine: z.int(),
})

export const batch = z.object({
  batch: z.uuid(),
  operation: z.string(),
  state: z.enum(batchStates),
  digest: z.string().nullable().describe('Names the verified plan; the execution must send it.'),
  language: language.nullable().describe('Of invited people; null: the company’s.'),
  source: z.object({
    name: z.string().nullable(),
    format: z.enum(sourceFormats),
    encoding: z.string().nullable(),
    delimiter: z.string().nullable(),
    sheet: z.string().nullable(),
    sheets: z.array(z.string()),
    header: z.boolean(),
    rows: z.int(),
    firstLine: z.int().describe('The line of the header, or of the first row without one.'),
    notices: z.array(sourceNotice),
  }),
  mapping: z
    .partialRecord(fieldName, z.string())
    .describe('The column of each field: its header, or `#1`.'),
  columns: z.array(
    z.object({
      column: z.string().describe('How to name it in a mapping: its header, or `#1`.'),
      title: z.string(),
      field: fieldName.nullable().describe('Null: left out.'),
      reason: z.enum(mappingReasons).nullable(),
      secret: z.boolean().describe('Looks like passwords: its cells were not stored.'),
      half: z
        .enum(['firstName', 'lastName'])
        .nullable()
        .describe('Not in the source: this half of the names in the column `fullName`.'),
    }),
  ),
  fullName: z.string().nullable().describe('The column whose full names are split.'),
  remembered: rememberedMapping
    .nullable()
    .describe(
      'Offered: a mapping of earlier for the same columns. Null: none, or in use; in lists always.',
    ),
  asBefore: z
    .boolean()
    .describe('The mapping is the one that is remembered for these columns; in lists never.'),
  missing: z.array(fieldName).describe('Required fields without a column.'),
  totals,
  leftOut: z.int().describe('Rows that a person took out; they count as unchanged.'),
  effects: z
    .array(effectCount)
    .describe('What an execution would do, once verified; what it has done, once it began.'),
  groups: z.array(problemGroup),
  confirm: z
    .object({ deletions: z.int().optional(), mails: z.int().optional() })
    .describe('The numbers that an execution must confirm; empty when it need not.'),
  createdBy: z.string().nullable().describe('The address of who brought it; null: gone.'),
  createdAt: z.iso.datetime(),
  verifiedAt: z.iso.datetime().nullable(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  holdsMails: z.boolean().describe('Its mails wait until somebody releases them.'),
  clearedAt: z.iso
    .datetime()
    .nullable()
    .describe('When its rows were deleted, because their time was over; the counts stay.'),
  cause: z
    .object({ code: z.string(), message: z.string() })
    .nullable()
    .describe('Why it is stopped or failed.'),
})

export const batchPage = z.object({ batches: z.array(batch), next: z.string().nullable() })

/** How the columns fill the fields; what is not said is guessed. */
export const mappingChoice = z.strictObject({
  header: z.boolean().optional(),
  fields: z.partialRecord(fieldName, z.string()).optional(),
  ignore: z.array(z.string()).optional(),
  fullName: z
    .string()
    .nullable()
    .optional()
    .describe('The column whose full names are split into first and last name; null: none.'),
})

/** What a batch is made of, beside the file or the text. */
export const newBatch = z.strictObject({
  operation: z.string(),
  text: z.string().optional().describe('Pasted text, instead of a file.'),
  language: language.optional(),
  delimiter: z.string().optional(),
  encoding: z.string().optional(),
  sheet: z.string().optional(),
  firstLine: z.coerce
    .number()
    .pipe(z.int().min(1))
    .optional()
    .describe('The line of the header, or of the first row; what stands above is not read.'),
  allRows: z
    .union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')])
    .optional()
    .describe('Of a report, the rows that are done as well.'),
  mapping: mappingChoice.optional(),
})

/** What takes a source's place; the operation stays. */
export const newSource = newBatch.omit({ operation: true })

/** A cell as it is typed: as long as the longest that any field takes. One may be written into a million rows. */
const typedCell = z.string().max(10_000)

export const fixes = z.strictObject({ values: z.partialRecord(fieldName, typedCell) })

/** Corrects a cell in every row where it says `value`, what surrounds it aside. */
export const fix = z.strictObject({
  field: fieldName,
  value: z.string(),
  replacement: typedCell,
})

/** Takes rows out of a batch, or back into it: those named, or all that the filter finds. */
export const leavingOut = z.union([
  z.strictObject({ leftOut: z.boolean(), rows: z.array(z.int().min(1)).min(1).max(10_000) }),
  z.strictObject({ leftOut: z.boolean(), filter: rowFilter }),
])

export const execution = z.strictObject({
  digest: z.string(),
  skipErrors: z.boolean().default(false),
  confirm: z.strictObject({ deletions: z.int().optional(), mails: z.int().optional() }).default({}),
  holdMails: z.boolean().default(false).describe('Its mails wait until somebody releases them.'),
})

/** One server-sent event `progress`; the stream ends when the batch is at rest. */
export const progress = z.object({
  batch: z.uuid(),
  state: z.enum(batchStates),
  totals,
  rowsPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  waitsFor: z
    .enum(['batch', 'server'])
    .nullable()
    .describe(
      'Why nothing has moved for seconds. `batch`: another one of the company comes first. `server`: none has begun with it, or the one that was at work is not heard of; if that has ended, another goes on within half a minute.',
    ),
})

export type Batch = z.infer<typeof batch>
export type Row = z.infer<typeof row>
export type RowPage = z.infer<typeof rowPage>
export type RowFilter = z.infer<typeof rowFilter>
export type EffectCount = z.infer<typeof effectCount>
export type Fix = z.infer<typeof fix>
export type LeavingOut = z.infer<typeof leavingOut>
export type NewSource = z.infer<typeof newSource>
export type BatchPage = z.infer<typeof batchPage>
export type Progress = z.infer<typeof progress>
export type ProblemGroup = z.infer<typeof problemGroup>
export type MappingChoiceBody = z.infer<typeof mappingChoice>
export type NewBatch = z.infer<typeof newBatch>
export type Execution = z.input<typeof execution>
