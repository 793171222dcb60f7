import type { FastifyReply, FastifyRequest } from 'fastify'
import { RequestError } from '../../domain/request-error.ts'
import { SourceError } from '../../domain/table.ts'
import { preferredLanguage } from '../preferred-language.ts'
import type { Server } from '../route.ts'
import { loggable } from './loggable.ts'
import { toProblem } from './to-problem.ts'

/**
 * Whatever goes wrong in a request is answered here; what nobody expected is also logged.
 * @param elsewhere what is said of addresses that this server does not have
 */
export function answerErrors(
  server: Server,
  elsewhere: 'not-found' | 'works-in-background' = 'not-found',
): void {
  server.setErrorHandler((error, request, reply) => answer(error, request, reply))
  server.setNotFoundHandler((request, reply) => answer(new RequestError(elsewhere), request, reply))
}

/**
 * Answers what goes wrong before a route is found: addresses that no route could have. What the hooks say of every
 * other answer must be said here, since none of them is asked.
 */
export function answerFrameworkError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  void answer(error, request, reply.headers(harmless))
}

const harmless = {
  'content-security-policy':
    "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
} as const

function answer(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = preferredLanguage(request)
  const { problem, isUnexpected } = toProblem(known(error, request), language, request.id)
  // What the caller is told in plain words (a full disk) is no mistake of the program.
  const level = problem.code === 'unexpected' ? 'error' : 'warn'
  if (isUnexpected && !isGivenUp(error, reply))
    request.log[level]({ error: loggable(error) }, 'a request failed')
  const { seconds } = problem.details
  if (problem.status === 429 && seconds !== undefined) reply.header('retry-after', seconds)
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('vary', 'Accept-Language')
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send(problem)
}

/** Whoever asked is gone, and what they asked for ended with them: nothing went wrong. */
function isGivenUp(error: unknown, reply: FastifyReply): boolean {
  return error instanceof Error && error.name === 'AbortError' && reply.raw.destroyed
}

/** A text in JSON that is too large is a source that is; only the route knows that it would have been one. */
function known(error: unknown, { routeOptions }: FastifyRequest): unknown {
  const isTooLarge =
    error instanceof Error && 'code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE'
  if (!isTooLarge || routeOptions.config.upload === undefined) return error
  return new SourceError('source-too-large', { limit: routeOptions.bodyLimit }, { cause: error })
}
