import { parentPort, workerData } from 'node:worker_threads'
import { sourceNotice } from '../../domain/source-notice.ts'
import { SourceError } from '../../domain/table.ts'
import { chunkRows } from '../chunk-rows.ts'
import type { ReaderMessage, ReaderTask } from './messages.ts'
import { openArchive } from './open-archive.ts'
import { odsSheets } from './ods-sheets.ts'
import { selectSheet } from './select-sheet.ts'
import { xlsxSheets } from './xlsx-sheets.ts'

if (parentPort === null) throw new Error('This file is the beginning of a worker.')
const port = parentPort

/** Answers each request for the next message with exactly one. */
const messages = read(workerData)
port.on('message', () => void answer())

async function answer(): Promise<void> {
  const message = await messages.next()
  if (message.done === true) port.close()
  else port.postMessage(message.value)
}

async function* read(task: ReaderTask): AsyncGenerator<ReaderMessage> {
  try {
    const archive = await openArchive(task.fd)
    const list = task.format === 'xlsx' ? xlsxSheets : odsSheets
    const workbook = await list(archive, task.limits)
    const { name, visible, read } = await selectSheet(workbook, task.sheet)
    yield { kind: 'opened', sheet: name, sheets: workbook.map(({ name }) => name) }
    const { batches, notices } = read()
    const all = { batches, close: async () => {} }
    for await (const rows of chunkRows(all, Number.POSITIVE_INFINITY)) yield { kind: 'rows', rows }
    const hidden = visible ? [] : [sourceNotice('hidden-sheet', { sheet: name })]
    yield { kind: 'end', notices: [...hidden, ...notices()] }
  } catch (error) {
    yield toMessage(error)
  }
}

function toMessage(error: unknown): ReaderMessage {
  if (error instanceof SourceError) {
    return { kind: 'error', code: error.code, details: error.details }
  }
  const detail = error instanceof Error ? error.message.slice(0, 200) : 'unknown'
  return { kind: 'error', code: 'unreadable-source', details: { reason: 'damaged', detail } }
}
