import type { Route } from '../route.ts'

/** The OpenAPI document of all this. */
export const showOpenapi: Route = (server) => {
  server.get(
    '/openapi.json',
    { config: { act: 'show-openapi' }, schema: { hide: true } },
    (_, reply) => reply.serializer(JSON.stringify).type('application/json').send(server.swagger()),
  )
}
