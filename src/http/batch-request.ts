import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { findBatch, type BatchRef } from '../directory/batches.ts'
import { RequestError } from '../domain/request-error.ts'
import { rememberedMapping } from '../verify/remembered-mapping.ts'
import type { Batch } from './contract/batch.ts'
import { callerOf } from './guard.ts'
import { preferredLanguage } from './preferred-language.ts'
import { serialiseBatch } from './serialise-batch.ts'
import type { Services } from './route.ts'

/** The part of an address that names a batch. */
export const batchParams = z.object({ batch: z.string() })

/**
 * The caller's batch of that id.
 * @throws RequestError `batch-not-found` for what cannot be the id of any
 */
export function batchRef(request: FastifyRequest, id: string): BatchRef {
  if (!z.uuid().safeParse(id).success) throw new RequestError('batch-not-found', { batch: id })
  return { companyId: callerOf(request).actor.companyId, id }
}

/** The batch as it is now, in the reader's language. */
export async function showBatch(
  request: FastifyRequest,
  { db, engine }: Pick<Services, 'db' | 'engine'>,
  ref: BatchRef,
): Promise<Batch> {
  const batch = await findBatch(db, ref)
  const confirm = batch.state === 'verified' ? await engine.requiredConfirmation(batch) : {}
  const remembered = await rememberedMapping(db, batch)
  return serialiseBatch(batch, { confirm, remembered }, preferredLanguage(request))
}

/** Aborts when the client has gone before its answer was whole. */
export function untilGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  if (reply.raw.destroyed) gone.abort()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  return gone.signal
}
