import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Identity } from '../../access/single-sign-on/identity.ts'
import {
  SingleSignOnError,
  type SingleSignOnFailure,
} from '../../access/single-sign-on/single-sign-on-error.ts'
import { usersOfIdentity } from '../../access/single-sign-on/users-of-identity.ts'
import { RequestError } from '../../domain/request-error.ts'
import { loggable } from '../errors/loggable.ts'
import { openSession } from '../open-session.ts'
import type { Route, Services } from '../route.ts'
import { admit } from '../single-sign-on/admit.ts'
import { identityCookie } from '../single-sign-on/identity-cookie.ts'
import { journeyCookie } from '../single-sign-on/journey-cookie.ts'
import { signInPage } from '../single-sign-on/sign-in-page.ts'

/**
 * Where the provider sends a browser back to. The cookie of the session is not sent with anything that another site has
 * caused, and this was; but it is set, and the page to which this leads asks with it.
 */
export const finishSingleSignOn: Route = (server, services) => {
  server.get(
    '/single-sign-on/return',
    {
      config: { act: 'finish-single-sign-on' },
      schema: {
        summary: 'Return from the OpenID Connect provider',
        description:
          'For browsers: opens a session and leads to the console. Who does not get in is led to the page of the sign-in.',
        tags: ['access'],
        response: { 302: z.null() },
      },
    },
    async (request, reply) => {
      if (services.singleSignOn === null) throw new RequestError('not-found')
      const journey = journeyCookie.read(request, services)
      journeyCookie.clear(reply)
      const back = journey?.back ?? '/'
      try {
        if (journey === undefined) throw new SingleSignOnError('single-sign-on-failed')
        const identity = await services.singleSignOn.arrive(queryOf(request), journey)
        return await reply.redirect(await enter(request, reply, services, { identity, back }))
      } catch (error) {
        const failed = reportFailure(request, error)
        return await reply.redirect(signInPage({ back, failed }))
      }
    },
  )
}

/** @returns where to go */
async function enter(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  { identity, back }: { readonly identity: Identity; readonly back: string },
): Promise<string> {
  const [user, ...others] = await usersOfIdentity(services.db, identity)
  if (user === undefined) {
    throw new SingleSignOnError(identity.isUnverified ? 'email-not-verified' : 'user-not-found')
  }
  if (others.length > 0) {
    identityCookie.set(reply, identity, services)
    return signInPage({ back, with: 'company' })
  }
  const caller = await admit(services, user, identity)
  await openSession(request, reply, services, caller, 'single-sign-on')
  return back
}

/** Logs why nobody was let in. That somebody cancels, or is no user, is nothing to look into. */
function reportFailure({ log }: FastifyRequest, error: unknown): SingleSignOnFailure {
  const isForeseen = error instanceof SingleSignOnError
  const code = isForeseen ? error.code : 'single-sign-on-failed'
  if (code !== 'single-sign-on-failed') log.info({ code }, 'the single sign-on let nobody in')
  else
    log[isForeseen ? 'warn' : 'error'](
      { error: loggable(error) },
      'the single sign-on did not work',
    )
  return code
}

/** As it came: `?code=…&state=…` */
function queryOf({ url }: FastifyRequest): string {
  const at = url.indexOf('?')
  return at === -1 ? '' : url.slice(at)
}
