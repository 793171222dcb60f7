import { pipeline } from 'node:stream/promises'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { startTurn } from '../domain/start-turn.ts'

/** The rows of a `copy … from stdin`, as its only parameter: see `copyInto`. */
export class CopiedRows {
  /** In several texts. */
  readonly texts: Iterable<string>

  constructor(texts: Iterable<string>) {
    this.texts = texts
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
async function copy(client: pg.PoolClient, statement: string, { texts }: CopiedRows) {
  // What the stream itself holds back it would write to a connection that has let it go, once the database refuses.
  const stream = client.query(copyFrom(statement, { highWaterMark: 1 }))
  await pipeline(inTurns(texts), stream)
  return { command: 'COPY', rowCount: stream.rowCount, rows: [] }
}

async function* inTurns(texts: Iterable<string>): AsyncGenerator<string> {
  const turn = startTurn()
  for (const text of texts) {
    yield text
    if (turn.isOver()) await turn.next()
  }
}
