import { usualSourceLimits } from '../../domain/source-limits.ts'
import type { SourceOptions, SourceRow, Table } from '../../domain/table.ts'
import { SourceError } from '../../domain/table.ts'
import { openTable } from '../open-table.ts'
import type { SourceInput } from '../open-table.ts'

/** What a test wants to say about a source, beside its bytes. */
export interface Reading extends SourceOptions {
  readonly kind?: SourceInput['kind']
  readonly bytes?: number
  readonly rows?: number
  readonly signal?: AbortSignal
  /** The size of the pieces that the bytes come in. */
  readonly pieces?: number
}

/** Opens bytes, or whatever gives bytes, as a table. */
export function open(
  source: string | Uint8Array | AsyncIterable<Uint8Array>,
  { kind = 'file', bytes = 200_000_000, rows = 2_000_000, pieces, ...options }: Reading = {},
): Promise<Table> {
  const given = typeof source === 'string' ? Buffer.from(source) : source
  return openTable(
    { name: 'people', kind, bytes: given instanceof Uint8Array ? inPieces(given, pieces) : given },
    { ...options, limits: { ...usualSourceLimits, bytes, rows } },
  )
}

/** Reads a source to its end. */
export async function read(...source: Parameters<typeof open>) {
  const table = await open(...source)
  const rows = (await Array.fromAsync(table.chunks)).flat()
  return { rows, cells: rows.map(({ cells }: SourceRow) => cells), ...table.source, table }
}

/** The code and the details of the `SourceError` that reading a source ends with. */
export async function problemOf(...source: Parameters<typeof open>) {
  try {
    await read(...source)
  } catch (error) {
    if (error instanceof SourceError) return { code: error.code, ...error.details }
    throw error
  }
  throw new Error('The source was read without a problem.')
}

async function* inPieces(bytes: Uint8Array, size = bytes.byteLength): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size)
}
