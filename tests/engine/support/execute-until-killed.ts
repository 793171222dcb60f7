import { Pool } from 'pg'
import { connect } from '../../../src/directory/connect.ts'
import { startEngine } from '../../../src/execute/engine.ts'

/** What the process is told: an address of a database, and a verified batch to execute there. */
export interface Errand {
  readonly url: string
  readonly batch: { readonly companyId: string; readonly id: string; readonly digest: string }
  readonly admin: {
    readonly companyId: string
    readonly userId: string
    readonly email: string
    readonly language: 'en'
  }
}

// A process of its own, to be killed in the middle: one row at a time, so that there is a middle.
const { url, batch, admin }: Errand = JSON.parse(process.argv[2] ?? '')
const pool = new Pool({ connectionString: url })
const engine = await startEngine({
  db: connect(pool),
  pool,
  guards: { deletions: 100, mails: 1_000_000 },
  deliver: () => Promise.resolve(),
  exclusive: false,
  chunkSize: 1,
  onError: (error) => console.error(error),
})
await engine.executeBatch(batch, {
  actor: admin,
  digest: batch.digest,
  skipErrors: true,
  confirm: {},
})
