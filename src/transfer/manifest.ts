import { z } from 'zod'
import { carriedTables } from './carried-tables.ts'

/** The file's entry that says what the others are. */
export const manifestName = 'manifest.json'

/** The entry of a table: its rows as COPY writes them as text. */
export function entryName(table: string): string {
  return `${table}.copy`
}

const table = z.strictObject({
  name: z.enum(carriedTables),
  columns: z.array(z.string().regex(/^[^\0]+$/u)).refine(areDistinct),
  rows: z.number().int().nonnegative(),
  /** See `rowDigest`. */
  digest: z.string().regex(/^[0-9a-f]{32}$/u),
})

/** What an export says about itself, apart from its tables; enough to know one of a version to come. */
export const manifestHead = z.object({
  product: z.literal('roster'),
  /** Of the file. */
  format: z.number().int(),
  /** Of the program that wrote it. */
  version: z.string(),
  /** The newest that the database had. */
  migration: z.string(),
})

/** Everything that an export says about itself. */
export const manifestSchema = z.strictObject({
  ...manifestHead.shape,
  format: z.literal(1),
  /** To when it says what there was. */
  at: z.iso.datetime(),
  /** The installation’s, in hexadecimal: with another, every link that was mailed is dead. */
  key: z.string().regex(/^[0-9a-f]{64}$/u),
  tables: z.array(table).refine((tables) => areDistinct(tables.map(({ name }) => name))),
})

export type Manifest = z.output<typeof manifestSchema>
export type TableRecord = Manifest['tables'][number]

function areDistinct(names: readonly string[]): boolean {
  return new Set(names).size === names.length
}
