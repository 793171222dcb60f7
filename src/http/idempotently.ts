import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { RequestError } from '../domain/request-error.ts'
import { callerOf } from './guard.ts'
import { claimKey, giveBackKey, keepClaim, storeAnswer, type KeyClaim } from './idempotency-keys.ts'
import type { Services } from './route.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route heeds `Idempotency-Key`. */
    idempotent?: boolean
  }
}

/** What is done at most once, and how its answer reads. */
export interface Once<Answer> {
  readonly status: 201 | 202
  readonly answer: z.ZodType<Answer>
  /** What the request asks for, beside its method and address; for uploads the digest of the bytes among it. */
  readonly asked: () => unknown
  readonly act: () => Promise<Answer>
}

/**
 * Acts once for all requests of a user with the same `Idempotency-Key`: the first acts, a repetition gets the
 * first one's answer, and another request with that key is refused. Only what succeeded is remembered, for
 * a day. An upload must be read to its end before it can be compared, and it is then forgotten.
 *
 * The answer is stored after the act has committed. When the process dies in between, a repetition acts
 * anew once the claim is abandoned, and meets the ordinary rules (`room-exists`, `illegal-move`): a
 * batch may then be drafted twice, but never executed twice.
 * @throws RequestError `idempotency-key-reused`, `request-in-progress`, and whatever `act` throws
 */
export async function idempotently<Answer>(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Pick<Services, 'db' | 'now'>,
  once: Once<Answer>,
): Promise<Answer> {
  const key = readKey(request)
  if (key === undefined) return once.act()
  const { companyId, userId } = callerOf(request).actor
  const claim: KeyClaim = { companyId, userId, key }
  const earlier = await claimKey(services.db, claim, services.now())
  if (earlier === 'claimed') return actFirst(request, services, { claim, once })
  if (earlier.answer === null) throw new RequestError('request-in-progress')
  if (earlier.digest !== (await digestOf(request, once))) {
    throw new RequestError('idempotency-key-reused')
  }
  reply.header('Idempotency-Replayed', 'true')
  return once.answer.parse(earlier.answer)
}

async function actFirst<Answer>(
  request: FastifyRequest,
  { db, now }: Pick<Services, 'db' | 'now'>,
  { claim, once }: { readonly claim: KeyClaim; readonly once: Once<Answer> },
): Promise<Answer> {
  const stopKeeping = keepClaim(db, claim, now)
  try {
    const answer = await once.act()
    const digest = await digestOf(request, once)
    await storeAnswer(db, claim, { digest, status: once.status, answer })
    return answer
  } catch (error) {
    await giveBackKey(db, claim, now)
    throw error
  } finally {
    stopKeeping()
  }
}

function readKey({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new RequestError('invalid-request', { reason: 'idempotency-key' })
  }
  return key
}

async function digestOf(request: FastifyRequest, once: Once<unknown>): Promise<string> {
  const asked = JSON.stringify([request.method, request.url, await once.asked()])
  return createHash('sha256').update(asked).digest('hex')
}
