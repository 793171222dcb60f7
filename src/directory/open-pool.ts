import { Pool, type PoolConfig } from 'pg'

/**
 * Connections to the database. One that breaks is replaced when it is needed, whether it lies idle or
 * somebody is at work with it: their next statement fails, and nothing else.
 * @param onBroken told of each connection that broke, except while the pool is ending
 */
export function openPool(config: PoolConfig, onBroken: (error: Error) => void): Pool {
  const pool = new Pool(config)
  const tell = (error: Error) => {
    if (!pool.ending) onBroken(error)
  }
  // The pool listens to idle connections only, and an error that nobody hears ends the process.
  pool.on('connect', (client) => client.on('error', tell))
  pool.on('error', () => undefined)
  return pool
}
