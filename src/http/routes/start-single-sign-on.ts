import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { SingleSignOnError } from '../../access/single-sign-on/single-sign-on-error.ts'
import { RequestError } from '../../domain/request-error.ts'
import { loggable } from '../errors/loggable.ts'
import { journeyCookie } from '../single-sign-on/journey-cookie.ts'
import { ownPath } from '../single-sign-on/own-path.ts'
import { signInPage } from '../single-sign-on/sign-in-page.ts'
import type { Route } from '../route.ts'

/**
 * Sends a browser to the provider. Who is signed in there comes back without a question; so that no page elsewhere can
 * sign somebody in, whom another site sends sees the page of the sign-in first, and begins with a click.
 */
export const startSingleSignOn: Route = (server, services) => {
  server.get(
    '/single-sign-on',
    {
      config: { act: 'start-single-sign-on' },
      schema: {
        summary: 'Sign in with the OpenID Connect provider',
        description: 'For browsers: leads to the provider, or to the page of the sign-in.',
        tags: ['access'],
        querystring: z.object({
          back: z.string().optional().describe('The page of the console to go to afterwards.'),
        }),
        response: { 302: z.null() },
      },
    },
    async (request, reply) => {
      if (services.singleSignOn === null) throw new RequestError('not-found')
      const back = ownPath(request.query.back)
      if (comesFromElsewhere(request)) return await reply.redirect(signInPage({ back }))
      try {
        const { address, secrets } = await services.singleSignOn.depart()
        journeyCookie.set(reply, { ...secrets, back }, services)
        return await reply.redirect(address)
      } catch (error) {
        if (!(error instanceof SingleSignOnError)) throw error
        request.log.warn({ error: loggable(error) }, 'the single sign-on did not work')
        return await reply.redirect(signInPage({ back, failed: error.code }))
      }
    },
  )
}

/** As the browser says, which a page cannot forge; a bookmark comes from nowhere. */
function comesFromElsewhere({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  return site === 'cross-site' || site === 'same-site'
}
