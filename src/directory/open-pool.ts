import { Pool, type PoolConfig } from 'pg'

/**
 * Connections to the database. One that breaks is replaced when it is needed, whether it lies idle or
 * somebody is at work with it: their next statement fails, and nothing else. Where this process hangs, or is cut
 * off, in the middle of a transaction, the database ends it after a while, so that what it holds becomes free.
 * @param onBroken told of each connection that broke, except while the pool is ending
 */
export function openPool(config: PoolConfig, onBroken: (error: Error) => void): Pool {
  const pool = new Pool({
    keepAlive: true,
    idle_in_transaction_session_timeout: idleInTransaction,
    ...config,
  })
  const tell = (error: Error) => {
    if (!pool.ending) onBroken(error)
  }
  // The pool listens to idle connections only, and an error that nobody hears ends the process.
  pool.on('connect', (client) => client.on('error', tell))
  pool.on('error', () => undefined)
  return pool
}

// In milliseconds. Between two statements of ours there is at most the judging of a chunk.
const idleInTransaction = 15_000
