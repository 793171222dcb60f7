import type { FastifyReply, FastifyRequest } from 'fastify'
import { Counter, Histogram, type Registry } from 'prom-client'
import type { Act } from '../../access/policy.ts'
import { sessionCookie } from '../session-cookie.ts'

export type MeasureAnswer = (request: FastifyRequest, reply: FastifyReply) => void

/** How long answers take, by route, and how sign-ins end. */
export function measureAnswers(registry: Registry): MeasureAnswer {
  const registers = [registry]
  const durations = new Histogram({
    name: 'roster_http_request_duration_seconds',
    help: 'How long requests took until their answer was sent.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
    registers,
  })
  const signIns = new Counter({
    name: 'roster_sign_ins_total',
    help: 'Sessions that were opened, and attempts that were refused.',
    labelNames: ['outcome'],
    registers,
  })
  for (const outcome of ['opened', 'refused'] as const) signIns.inc({ outcome }, 0)

  return (request, reply) => {
    const { method, routeOptions } = request
    // The pattern, not the address; what is no route has none.
    const route = routeOptions.url ?? 'none'
    const status = `${Math.floor(reply.statusCode / 100)}xx`
    durations.observe({ method, route, status }, reply.elapsedTime / 1000)
    if (opensSession(reply)) signIns.inc({ outcome: 'opened' })
    else if (refusesSignIn(routeOptions.config?.act, reply)) signIns.inc({ outcome: 'refused' })
  }
}

// By whichever door: what all of them have in common is the cookie.
function opensSession(reply: FastifyReply): boolean {
  const cookies = [reply.getHeader('set-cookie') ?? []].flat().map(String)
  return cookies.some((cookie) => {
    const [name, value] = (cookie.split(';')[0] ?? '').split('=')
    return name?.endsWith(sessionCookie.name) === true && value !== ''
  })
}

function refusesSignIn(act: Act | undefined, reply: FastifyReply): boolean {
  if (act === 'sign-in') return [401, 403, 429].includes(reply.statusCode)
  const leadsTo = String(reply.getHeader('location') ?? '')
  return act === 'finish-single-sign-on' && leadsTo.includes('failed=')
}
