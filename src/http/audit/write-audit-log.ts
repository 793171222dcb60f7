import type { FastifyReply, FastifyRequest } from 'fastify'
import { isNoted } from '../../access/noted-acts.ts'
import { appendAuditEntry } from '../../directory/append-audit-entry.ts'
import type { Server, Services } from '../route.ts'
import { auditEntry } from './audit-entry.ts'

/**
 * Writes into the audit log what was done, before the answer leaves: what is answered is in the log. What was done and
 * could not be written down is answered as a mistake of the program. Who did not get in, or was refused, is written down
 * after the answer: how long it takes would tell whether there is such an account.
 */
export function writeAuditLog(server: Server, services: Services): void {
  server.addHook('onSend', async (request, reply, payload) => {
    if (wasDone(request, reply)) await writeDown(request, reply, services)
    return payload
  })
  const refusals = server.createRateLimit({
    max: mostRefusals,
    timeWindow: 60_000,
    keyGenerator: ({ caller }) => caller?.actor.userId ?? '',
  })
  server.addHook('onResponse', async (request, reply) => {
    if (didNotGetIn(request, reply)) return writeFailedSignIn(request, services)
    if (!request.isRefused) return
    const limit = await refusals(request)
    if (limit.isAllowed || !limit.isExceeded) await writeRefusal(request, services)
  })
}

// A log that is never shortened must not be filled by somebody who may do nothing.
const mostRefusals = 20

function wasDone(request: FastifyRequest, reply: FastifyReply): boolean {
  const { act } = request.routeOptions.config
  if (act === undefined || !isNoted(act, request.method)) return false
  if (reply.hasHeader('Idempotency-Replayed')) return false
  // Who comes back from a provider is led on either way; only where somebody got in there is something to say.
  return reply.statusCode < (request.noted === null ? 300 : 400)
}

async function writeDown(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
): Promise<void> {
  const { act = '' } = request.routeOptions.config
  try {
    const entry = auditEntry(request, act, services)
    // Who comes back from the provider in vain has done nothing, and is in no company.
    if (entry === undefined && act === 'finish-single-sign-on') return
    if (entry === undefined) throw new Error(`Nothing says in whose log ${act} belongs.`)
    await appendAuditEntry(services.db, entry)
  } catch (cause) {
    // The session that was opened belongs to nobody then.
    reply.removeHeader('set-cookie')
    throw new Error('What was done could not be written into the audit log.', { cause })
  }
}

function didNotGetIn({ routeOptions }: FastifyRequest, { statusCode }: FastifyReply): boolean {
  return routeOptions.config.act === 'sign-in' && statusCode === 401
}

/** In the log of every company in which somebody has the account that was tried; an unknown one is in none. */
async function writeFailedSignIn(request: FastifyRequest, services: Services): Promise<void> {
  for (const { companyId, userId } of request.noted?.tried ?? []) {
    await appendAuditEntry(services.db, {
      companyId,
      at: services.now(),
      act: 'sign-in-failed',
      actor: { kind: 'nobody', id: null },
      way: null,
      address: request.ip,
      subject: { kind: 'user', id: userId },
      details: {},
    })
  }
}

async function writeRefusal(request: FastifyRequest, services: Services): Promise<void> {
  const entry = auditEntry(request, 'refused', services)
  const { act = '' } = request.routeOptions.config
  if (entry !== undefined) await appendAuditEntry(services.db, { ...entry, details: { act } })
}
