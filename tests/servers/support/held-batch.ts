import { expect } from 'vitest'
import { findBatch, type BatchRecord } from '../../../src/directory/batches.ts'
import { draft, verify } from '../../support/batch.ts'
import { holdRoom, resultsPerRow } from '../../support/interrupt.ts'
import * as contract from '../../../src/http/contract/batch.ts'
import { form } from '../../http/support/form.ts'
import { read } from '../../http/support/read.ts'
import { json } from '../../http/support/start-server.ts'
import type { FleetCompany, ServerProcess } from './fleet.ts'

/** A batch whose first two chunks cannot be committed before its room is released. */
export interface HeldBatch {
  readonly company: FleetCompany
  readonly id: string
  readonly digest: string
  release(): Promise<void>
  /** Has a server execute it. */
  executeBy(server: ServerProcess): Promise<void>
  now(): Promise<BatchRecord>
  /** Waits until it is done, and sees that every row has one result. */
  done(within: number): Promise<void>
}

// As the engine cuts them.
const chunk = 5_000

/**
 * @param rows how many there are beyond the two chunks that are held
 * @param by a server that drafts and verifies it; unless given, this process does, for it needs none
 */
export async function holdBatch(
  company: FleetCompany,
  { rows = 20, by }: { readonly rows?: number; readonly by?: ServerProcess } = {},
): Promise<HeldBatch> {
  const held = await holdRoom(company.db, await company.addRoom('held'))
  await company.addRoom('open')
  const lines = Array.from({ length: 2 * chunk + rows }, (_, row) => {
    const room = row === 0 || row === chunk ? 'held' : 'open'
    return `guest${row}@example.net,Guest ${row},${room},Guest,False`
  })
  const plan = await (by === undefined ? planHere(company, lines) : planBy(by, company, lines))
  const batch = { companyId: company.id, id: plan.id }
  const now = () => findBatch(company.db, batch)
  return {
    company,
    ...plan,
    now,
    release: () => held.release(),
    async executeBy(server) {
      const asked = json('POST', { digest: plan.digest })
      const answer = await server.ask(company, `/batches/${batch.id}/execution`, asked)
      expect(answer.status).toBe(202)
    },
    async done(within) {
      await expect.poll(async () => (await now()).state, { timeout: within }).toBe('done')
      expect((await now()).totals).toMatchObject({ done: lines.length, ready: 0, failed: 0 })
      expect(await resultsPerRow(company.db, await now())).toEqual(lines.map(() => 1))
    },
  }
}

interface Plan {
  readonly id: string
  readonly digest: string
}

const operation = 'invite-guests'

async function planHere(company: FleetCompany, lines: readonly string[]): Promise<Plan> {
  const { id, digest } = await verify(company, await draft(company, operation, lines))
  return { id, digest: digest ?? '' }
}

async function planBy(
  server: ServerProcess,
  company: FleetCompany,
  lines: readonly string[],
): Promise<Plan> {
  const upload = { method: 'POST', body: form({ operation }, lines.join('\n')) }
  const { batch: id } = await read(await server.ask(company, '/batches', upload), contract.batch)
  const asked = { method: 'POST' }
  const answer = await server.ask(company, `/batches/${id}/verification`, asked)
  return { id, digest: (await read(answer, contract.batch)).digest ?? '' }
}

/** Waits until a server executes a batch. */
export async function isExecuting(server: ServerProcess): Promise<void> {
  const executing = () => server.figure('roster_batches_executed_here')
  await expect.poll(executing, { timeout: 10_000 }).toBe(1)
}
