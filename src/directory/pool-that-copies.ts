import { finished } from 'node:stream/promises'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** The rows of a `copy … from stdin`, as its only parameter: see `copyInto`. */
export class CopiedRows {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** The pool for the query builder; on its connections, also rows are copied, within whatever transaction is open. */
export function poolThatCopies(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    connect: async () => clientThatCopies(await pool.connect()),
    end: async () => await pool.end(),
  }
}

function clientThatCopies(client: pg.PoolClient): PostgresPoolClient {
  const query = async (statement: string, parameters: readonly unknown[] = []) => {
    const [first] = parameters
    return first instanceof CopiedRows
      ? await copy(client, statement, first)
      : await client.query(statement, [...parameters])
  }
  const release = (destroy?: boolean) => client.release(destroy)
  // Cursors, of which the type speaks as well, are not used here.
  return { query, release } as unknown as PostgresPoolClient
}

// One that fails leaves the connection as any other statement does: whoever began the transaction rolls it back.
async function copy(client: pg.PoolClient, statement: string, { text }: CopiedRows) {
  const stream = client.query(copyFrom(statement))
  await finished(stream.end(text))
  return { command: 'COPY', rowCount: stream.rowCount, rows: [] }
}
