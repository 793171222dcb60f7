import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { holdsFolderKey } from '../../access/authenticate.ts'
import { policy } from '../../access/policy.ts'
import type { NewAuditEntry } from '../../directory/append-audit-entry.ts'
import { bearerToken } from '../bearer-token.ts'
import type { Services } from '../route.ts'
import { isByLink, linkKinds } from '../shown-link.ts'

/**
 * What the audit log keeps of a request: from what let it in, its address, and what its route noted.
 * @returns undefined where nothing says in whose log it belongs
 */
export function auditEntry(
  request: FastifyRequest,
  act: string,
  services: Services,
): NewAuditEntry | undefined {
  const { caller, link, noted } = request
  const companyId = noted?.companyId ?? caller?.actor.companyId ?? link?.companyId
  if (companyId === undefined) return undefined
  return {
    companyId,
    at: services.now(),
    act,
    actor: actorOf(request, services),
    way: wayOf(request, services),
    address: request.ip,
    subject: noted?.subject ?? namedByAddress(request),
    details: noted?.details ?? {},
  }
}

function actorOf(request: FastifyRequest, services: Services): NewAuditEntry['actor'] {
  const { caller, link, noted } = request
  if (noted?.actor !== undefined) return noted.actor
  if (caller !== null) return { kind: 'user', id: caller.actor.userId }
  if (link !== null) return { kind: isOfGuest(request) ? 'guest' : 'user', id: link.subjectId }
  return { kind: isByFolder(request, services) ? 'installation' : 'nobody', id: null }
}

function wayOf(request: FastifyRequest, services: Services): NewAuditEntry['way'] {
  const { caller, link } = request
  if (link !== null) return 'link'
  if (isByFolder(request, services)) return 'folder'
  if (caller === null) return null
  return caller.sessionId === null ? 'key' : 'session'
}

function isOfGuest({ routeOptions }: FastifyRequest): boolean {
  const { act } = routeOptions.config
  const needs = act && policy[act]
  return needs !== undefined && isByLink(needs) && linkKinds[needs] === 'guest'
}

function isByFolder(request: FastifyRequest, services: Services): boolean {
  return holdsFolderKey({ token: bearerToken(request) }, services)
}

/** The last part of the address that is an id: `/rooms/:room` names a room. */
function namedByAddress({ params }: FastifyRequest): NewAuditEntry['subject'] {
  const ids = Object.entries(params ?? {}).filter(([, value]) => z.uuid().safeParse(value).success)
  const [kind, id] = ids.at(-1) ?? []
  return kind === undefined ? null : { kind, id: String(id) }
}
