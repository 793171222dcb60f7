import iconv from 'iconv-lite'
import { readRecords, type StoredRecord } from '../../src/directory/batch-records.ts'
import { findBatch, firstRecord, type BatchRecord } from '../../src/directory/batches.ts'
import { usualSourceLimits } from '../../src/domain/source-limits.ts'
import type { Problem } from '../../src/domain/problem.ts'
import { SourceError } from '../../src/domain/table.ts'
import { toProblem } from '../../src/http/errors/to-problem.ts'
import { openTable, type SourceInput } from '../../src/ingest/open-table.ts'
import type { AnyRow, Operation } from '../../src/operations/operation.ts'
import { operationNamed } from '../../src/operations/index.ts'
import { draftBatch } from '../../src/verify/draft-batch.ts'
import { verifyBatch } from '../../src/verify/verify-batch.ts'
import { readRecord } from '../../src/verify/read-record.ts'
import type { TestCompany } from '../support/company.ts'
import type { CaseSource, FileCase, ReadResult, Refusal } from './file-case.ts'

/** All that a case may speak of. */
export type FullResult = Required<ReadResult> | Refusal

/**
 * Reads a case's source as the server would: opened, mapped, stored in the company's database, and each stored
 * record read as the operation's fields; or the sentence with which it is refused.
 */
export async function readCase(company: TestCompany, fileCase: FileCase): Promise<FullResult> {
  const operation = operationNamed(fileCase.operation ?? 'invite-users')
  try {
    const { earlier } = fileCase
    if (earlier !== undefined) await verified(company, operation, earlier)
    const batch = await draft(company, operation, fileCase)
    const range = { first: firstRecord(batch.mapping), end: batch.records + 1 }
    const records = await readRecords(company.db, batch, range)
    return {
      source: recognised(batch),
      notices: batch.source.notices.map(({ code }) => code),
      mapping: mapped(operation, batch),
      rows: records.map((record) => row(operation, batch, record)),
    }
  } catch (error) {
    if (error instanceof SourceError) return { refused: toProblem(error, 'en', '').problem.title }
    throw error
  }
}

async function verified(company: TestCompany, operation: Operation, text: string): Promise<void> {
  const batch = await draft(company, operation, { source: { text } })
  await verifyBatch(company.db, batch, { actor: company.admin, now: new Date() })
}

async function draft(
  { db, admin }: TestCompany,
  operation: Operation,
  { source, options = {} }: Pick<FileCase, 'source' | 'options'>,
): Promise<BatchRecord> {
  const { mapping: choice = {}, allRows, ...reading } = options
  const limits = { ...usualSourceLimits, ...options.limits }
  const table = await openTable(await input(source), { ...reading, limits })
  const now = new Date()
  const asked = { operation, language: null, choice, firstLine: reading.firstLine, allRows }
  const ref = await draftBatch(db, { ...asked, actor: admin, table, now })
  return await findBatch(db, ref)
}

async function input(source: CaseSource): Promise<SourceInput> {
  if ('pasted' in source)
    return { name: null, kind: 'text', bytes: once(Buffer.from(source.pasted)) }
  return { name: 'people', kind: 'file', bytes: once(await bytesOf(source)) }
}

async function bytesOf(source: Exclude<CaseSource, { pasted: string }>): Promise<Uint8Array> {
  if ('bytes' in source) return await source.bytes()
  return iconv.encode(source.text, source.encoding ?? 'utf-8')
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function recognised({ source }: BatchRecord): Required<ReadResult>['source'] {
  const { format, encoding, delimiter, sheet, firstLine } = source
  const known = Object.entries({ format, encoding, delimiter, sheet, firstLine })
  return Object.fromEntries(known.filter(([, value]) => value !== null))
}

function mapped({ fields }: Operation, { mapping }: BatchRecord): Readonly<Record<string, string>> {
  const titles = fields.flatMap((field) => {
    const column = mapping.columns.find(({ index }) => index === mapping.fields[field])
    return column === undefined ? [] : [[field, column.title]]
  })
  return Object.fromEntries(titles)
}

function row(
  operation: Operation,
  { mapping }: BatchRecord,
  record: StoredRecord,
): readonly string[] {
  const { reading } = readRecord(operation, mapping, record)
  if ('problems' in reading) return reading.problems.map(problem)
  if ('leftOut' in reading) return ['left out']
  const { values } = reading
  return operation.fields.map((field) => said(values[field]))
}

function problem({ code, suggestion }: Problem): string {
  return suggestion === undefined ? `! ${code}` : `! ${code} (${suggestion})`
}

function said(value: AnyRow[keyof AnyRow]): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (value === undefined) return ''
  return 'text' in value ? value.text : value.parts.join(', ')
}
