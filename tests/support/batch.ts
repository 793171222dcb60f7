import { findBatch, type BatchRecord, type BatchRef } from '../../src/directory/batches.ts'
import type { RowState } from '../../src/domain/batch.ts'
import type { MappingChoice } from '../../src/domain/mapping.ts'
import { startEngine, type Engine, type EngineOptions } from '../../src/execute/engine.ts'
import { watchBatch } from '../../src/execute/watch-batch.ts'
import { openTable } from '../../src/ingest/open-table.ts'
import { operationNamed } from '../../src/operations/index.ts'
import { draftBatch } from '../../src/verify/draft-batch.ts'
import type { PlannedRow } from '../../src/verify/planned-row.ts'
import { readRows } from '../../src/verify/read-rows.ts'
import { verifyBatch } from '../../src/verify/verify-batch.ts'
import type { TestCompany } from './company.ts'
import { usualSourceLimits } from '../../src/domain/source-limits.ts'

type Where = Pick<TestCompany, 'db' | 'admin' | 'id'>

/** Drafts a batch from lines of text. */
export async function draft(
  { db, admin }: Where,
  operation: string,
  lines: readonly string[],
  choice: MappingChoice = {},
): Promise<BatchRef> {
  const bytes = (async function* () {
    yield Buffer.from(lines.join('\n'))
  })()
  const table = await openTable(
    { name: 'people.csv', kind: 'file', bytes },
    { limits: usualSourceLimits },
  )
  return await draftBatch(db, {
    actor: admin,
    operation: operationNamed(operation),
    language: null,
    table,
    choice,
    now: new Date(),
  })
}

export async function verify(
  { db, admin }: Where,
  ref: BatchRef,
  now = new Date(),
): Promise<BatchRecord> {
  await verifyBatch(db, ref, { actor: admin, now })
  return await findBatch(db, ref)
}

/** Executes a verified batch to its end, all rows with problems skipped and every guard confirmed. */
export async function execute(
  { db, admin }: Where,
  engine: Engine,
  batch: BatchRecord,
): Promise<BatchRecord> {
  await engine.executeBatch(batch, {
    actor: admin,
    digest: batch.digest ?? '',
    skipErrors: true,
    confirm: await engine.requiredConfirmation(batch),
  })
  return await ended(db, batch)
}

/** Waits until a batch is at rest. */
export async function ended(db: TestCompany['db'], ref: BatchRef): Promise<BatchRecord> {
  const signal = AbortSignal.timeout(60_000)
  for await (const _ of watchBatch(db, ref, { signal, interval: 10 }));
  return await findBatch(db, ref)
}

/** Starts an engine on the company's database that stops at the end of `await using`. */
export async function engineFor(
  { db, pool }: Pick<TestCompany, 'db' | 'pool'>,
  options: Partial<EngineOptions> = {},
): Promise<Engine & AsyncDisposable & { readonly errors: readonly unknown[] }> {
  const errors: unknown[] = []
  const engine = await startEngine({
    db,
    pool,
    guards: { deletions: 20, mails: 1_000 },
    deliver: () => Promise.resolve(),
    exclusive: true,
    onError: (error) => void errors.push(error),
    ...options,
  })
  return { ...engine, errors, [Symbol.asyncDispose]: () => engine.stop() }
}

/** The rows of a batch, in short. */
export async function rowsOf(
  { db }: Pick<TestCompany, 'db'>,
  ref: BatchRef,
  states?: readonly RowState[],
): Promise<readonly PlannedRow[]> {
  return await readRows(db, ref, { states, limit: 10_000 })
}
