import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '../access/caller.ts'
import { createSession } from '../access/create-session.ts'
import { endSession } from '../access/end-session.ts'
import type { OpenedBy } from '../directory/schema.ts'
import { describeBrowser } from './describe-browser.ts'
import type { Services } from './route.ts'
import { sessionCookie } from './session-cookie.ts'

/**
 * Signs in who has just proved who they are: the session that the browser had is over, and the answer sets the cookie
 * of a new one, so that nobody can have planted it (session fixation).
 */
export async function openSession(
  request: FastifyRequest,
  reply: FastifyReply,
  { db, now, publicUrl }: Pick<Services, 'db' | 'now' | 'publicUrl'>,
  caller: Caller,
  openedBy: OpenedBy,
): Promise<void> {
  await endSession(db, sessionCookie.read(request))
  const browser = describeBrowser(request.headers['user-agent'])
  const start = { openedBy, browser, address: request.ip, now: now() }
  sessionCookie.set(reply, await createSession(db, caller, start), publicUrl)
}
