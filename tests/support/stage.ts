import { connect } from '../../src/directory/connect.ts'
import { findBatch, type BatchRecord, type BatchRef } from '../../src/directory/batches.ts'
import type { Db } from '../../src/directory/schema.ts'
import { newId } from '../../src/domain/id.ts'
import type { Engine, EngineOptions } from '../../src/execute/engine.ts'
import { operationNamed } from '../../src/operations/index.ts'
import type { PlannedRow } from '../../src/verify/planned-row.ts'
import { draft, ended, engineFor, execute, rowsOf } from './batch.ts'
import { addCompany, type TestCompany } from './company.ts'
import { createDatabase } from './database.ts'

/** A database with an engine, shared by the tests of a file; each test has a company of its own. */
export interface Stage extends AsyncDisposable {
  readonly db: Db
  readonly pool: TestCompany['pool']
  readonly url: string
  readonly engine: Engine & { readonly errors: readonly unknown[] }
  company(): Promise<StagedCompany>
}

export interface StagedCompany extends Awaited<ReturnType<typeof addCompany>> {
  readonly db: Db
  /** Drafts and verifies a batch; line n of the source is row n, its columns are in positional order. */
  plan(operation: string, lines: readonly string[]): Promise<Outcome>
  /** Executes what was planned, rows with problems skipped and all guards confirmed. */
  execute(planned: BatchRecord): Promise<Outcome>
  /** What became of a batch, once it is at rest. */
  settled(batch: BatchRef): Promise<Outcome>
  /** Plans and executes. */
  run(operation: string, lines: readonly string[]): Promise<Outcome>
}

export interface Outcome {
  readonly batch: BatchRecord
  readonly rows: readonly PlannedRow[]
  /** Row by row, in short: `error unknown-room "room 1"`. */
  readonly said: readonly string[]
}

/** The time on stages, unless they are given a clock. */
export const stageNow = new Date('2026-11-22T10:00:00Z')

/** A moment so many days before `stageNow`, or after it with a negative number. */
export function daysAgo(days: number, milliseconds = 0): Date {
  return new Date(stageNow.getTime() - days * 24 * 60 * 60 * 1_000 - milliseconds)
}

export async function openStage(options: Partial<EngineOptions> = {}): Promise<Stage> {
  const database = await createDatabase()
  const db = connect(database.pool)
  const engine = await engineFor({ db, pool: database.pool }, { clock: () => stageNow, ...options })
  return {
    db,
    pool: database.pool,
    url: database.url,
    engine,
    company: () => stageCompany(db, engine),
    async [Symbol.asyncDispose]() {
      await engine.stop()
      await database.drop()
    },
  }
}

async function stageCompany(db: Db, engine: Engine): Promise<StagedCompany> {
  const company = { ...(await addCompany(db, newId())), db }
  const outcome = async (ref: BatchRef) => {
    const batch = await findBatch(db, ref)
    const rows = await rowsOf({ db }, batch)
    return { batch, rows, said: rows.map(inShort) }
  }
  const plan: StagedCompany['plan'] = async (operation, lines) => {
    const ref = await draftInOrder(company, operation, lines)
    await engine.verifyBatch(ref, { actor: company.admin })
    return await outcome(ref)
  }
  const executePlan: StagedCompany['execute'] = async (planned) =>
    await outcome(await execute(company, engine, planned))
  return {
    ...company,
    plan,
    execute: executePlan,
    settled: async (batch) => await outcome(await ended(db, batch)),
    run: async (operation, lines) => await executePlan((await plan(operation, lines)).batch),
  }
}

/** Drafts a batch without a header, whose columns are the operation's fields in their order. */
export async function draftInOrder(
  company: Pick<TestCompany, 'db' | 'admin' | 'id'>,
  operation: string,
  lines: readonly string[],
): Promise<BatchRef> {
  const { fields } = operationNamed(operation)
  const columns = Object.fromEntries(fields.map((field, index) => [field, `#${index + 1}`]))
  return await draft(company, operation, lines, { header: false, fields: columns })
}

/** A row's state with its problems and notices: what a table of expectations can say of it. */
export function inShort({ state, problems, notices }: PlannedRow): string {
  const said = [
    ...problems.map(({ code, suggestion, particulars }) =>
      [
        code,
        particulars['line'],
        particulars['reason'],
        suggestion === undefined ? undefined : `"${suggestion}"`,
      ]
        .filter((part) => part !== undefined)
        .join(' '),
    ),
    ...notices.map(({ code, particulars }) => [code, particulars['line'] ?? ''].join(' ').trim()),
  ]
  return [state, said.join(', ')].filter((part) => part !== '').join(' ')
}
