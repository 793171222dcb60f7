import type { Stage } from './stage/open-stage.ts'

/** Watches how long batches stand still although nothing is in their way any more. */
export interface ProgressWatch extends AsyncDisposable {
  /** In milliseconds. */
  longest(): number
}

/** Looks at the chunks of every batch that is executed, four times a second. */
export function watchProgress(stage: Stage): ProgressWatch {
  const since = new Map<string, { readonly chunks: number; readonly at: number }>()
  let longest = 0
  let isOver = false
  let looking = Promise.resolve()
  const look = async () => {
    const { rows } = await stage.pool.query<{ id: string; chunks: number }>(
      `select id, (select count(*)::int from batch_chunks c
         where (c.company_id, c.batch_id) = (b.company_id, b.id)) as chunks
       from batches b where state = 'executing'`,
    )
    const now = stage.journal.now()
    for (const { id, chunks } of rows) {
      const last = since.get(id)
      if (last === undefined || last.chunks !== chunks) since.set(id, { chunks, at: now })
      else longest = Math.max(longest, now - Math.max(last.at, stage.disturbedAt))
    }
  }
  const timer = setInterval(() => {
    if (!isOver) looking = looking.then(look).catch(() => undefined)
  }, 250)
  return {
    longest: () => longest,
    async [Symbol.asyncDispose]() {
      isOver = true
      clearInterval(timer)
      await looking
    },
  }
}
