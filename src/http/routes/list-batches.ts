import { z } from 'zod'
import { listBatches as list } from '../../directory/batches.ts'
import { batchPage } from '../contract/batch.ts'
import { callerOf } from '../guard.ts'
import { cutPage, pageQuery, readCursor } from '../page.ts'
import { preferredLanguage } from '../preferred-language.ts'
import { serialiseBatch } from '../serialise-batch.ts'
import type { Route } from '../route.ts'

/** Batches, the newest first. */
export const listBatches: Route = (server, { db, engine }) => {
  server.get(
    '/batches',
    {
      config: { act: 'list-batches' },
      schema: {
        summary: 'Batches, the newest first',
        tags: ['batches'],
        querystring: pageQuery,
        response: { 200: batchPage },
      },
    },
    async (request) => {
      const { companyId } = callerOf(request).actor
      const { limit, cursor } = request.query
      const [before] = readCursor(cursor, place) ?? []
      const found = await list(db, { companyId, limit: limit + 1, before })
      const { entries, next } = cutPage(found, limit, ({ id }) => [id])
      const language = preferredLanguage(request)
      const batches = entries.map(async (batch) => {
        const confirm = batch.state === 'verified' ? await engine.requiredConfirmation(batch) : {}
        return serialiseBatch(batch, { confirm, remembered: null }, language)
      })
      return { batches: await Promise.all(batches), next }
    },
  )
}

const place = z.tuple([z.uuid()])
