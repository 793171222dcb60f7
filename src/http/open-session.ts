import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '../access/caller.ts'
import { createSession } from '../access/create-session.ts'
import { endSession } from '../access/end-session.ts'
import type { OpenedBy } from '../directory/schema.ts'
import { note } from './audit/note.ts'
import { describeBrowser } from './describe-browser.ts'
import { deviceCookie } from './device-cookie.ts'
import type { Services } from './route.ts'
import { sessionCookie } from './session-cookie.ts'

/**
 * Signs in who has just proved who they are: the session that the browser had is over, and the answer sets the cookie
 * of a new one, so that nobody can have planted it (session fixation).
 */
export async function openSession(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Pick<Services, 'db' | 'now' | 'publicUrl' | 'sealer'>,
  caller: Caller,
  openedBy: OpenedBy,
): Promise<void> {
  const { db, now, publicUrl } = services
  await endSession(db, sessionCookie.read(request))
  const browser = describeBrowser(request.headers['user-agent'])
  const start = { openedBy, browser, address: request.ip, now: now() }
  sessionCookie.set(reply, await createSession(db, caller, start), publicUrl)
  const { companyId, userId } = caller.actor
  // Only who can have a password is spared the guesses of others.
  if (openedBy === 'password' || openedBy === 'link') {
    deviceCookie.set(request, reply, caller.actor, services)
  }
  note(request, { companyId, actor: { kind: 'user', id: userId }, details: { openedBy } })
}
