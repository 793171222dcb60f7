import type { Server } from './route.ts'

/**
 * One line per answer. The route, not the address: cursors and names in an address would tell whom
 * people have to do with.
 */
export function logAnswers(server: Server): void {
  server.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })
}
