import { sourceNotice, type SourceNotice } from '../domain/source-notice.ts'
import { SourceError, type SourceRow, type Table } from '../domain/table.ts'
import { cleanCell } from '../mapping/clean-cell.ts'
import { findBeginning } from '../mapping/find-beginning.ts'
import { shownValue } from '../mapping/shown-value.ts'

/**
 * A table without what stands above it: titles and comments, and the examples of a template below its header. What is
 * left out is said in its notices.
 * @param firstLine the line in which a person says that it begins: then nothing is guessed
 * @throws SourceError `no-such-line` while it is read, when the source ends before that line
 */
export function beginTable(table: Table, firstLine: number | undefined): Table {
  const notices: SourceNotice[] = []
  let begunAt: number | undefined
  return {
    get source() {
      const { source } = table
      return {
        ...source,
        notices: [...source.notices, ...notices],
        firstLine: begunAt ?? source.firstLine,
      }
    },
    chunks: begun(),
    digest: () => table.digest(),
    close: () => table.close(),
  }

  async function* begun(): AsyncGenerator<readonly SourceRow[]> {
    const chunks =
      firstLine === undefined
        ? withoutLinesAbove(table.chunks, notices)
        : fromLine(table.chunks, firstLine, notices)
    for await (const chunk of chunks) {
      begunAt ??= chunk[0]?.line
      if (chunk.length > 0) yield chunk
    }
  }
}

async function* withoutLinesAbove(
  chunks: Table['chunks'],
  notices: SourceNotice[],
): AsyncGenerator<readonly SourceRow[]> {
  let isFirst = true
  for await (const chunk of chunks) {
    if (!isFirst) {
      yield chunk
      continue
    }
    isFirst = false
    const { above, examples } = findBeginning(chunk)
    const [example] = chunk.slice(above + 1)
    if (above > 0) notices.push(linesAbove(above, chunk[0]))
    if (examples > 0 && example !== undefined) {
      notices.push(sourceNotice('example-rows', { count: examples, line: example.line }))
    }
    yield chunk.slice(above).toSpliced(1, examples)
  }
}

/** Records come in the order of their lines. */
async function* fromLine(
  chunks: Table['chunks'],
  firstLine: number,
  notices: SourceNotice[],
): AsyncGenerator<readonly SourceRow[]> {
  let above = 0
  let first: SourceRow | undefined
  let last: SourceRow | undefined
  let hasBegun = false
  for await (const chunk of chunks) {
    if (hasBegun) {
      yield chunk
      continue
    }
    const start = chunk.findIndex(({ line }) => line >= firstLine)
    hasBegun = start !== -1
    above += hasBegun ? start : chunk.length
    first ??= chunk[0]
    last = chunk.at(-1)
    if (!hasBegun) continue
    if (above > 0) notices.push(linesAbove(above, first))
    yield chunk.slice(start)
  }
  if (!hasBegun) throw new SourceError('no-such-line', { line: firstLine, last: last?.line ?? 0 })
}

// Only the first cell: what stands beside it may be a password.
function linesAbove(count: number, row: SourceRow | undefined): SourceNotice {
  const first = row?.cells.map(cleanCell).find((cell) => cell !== '') ?? ''
  return sourceNotice('lines-above', { count, first: shownValue(first) })
}
