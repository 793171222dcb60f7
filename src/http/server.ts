import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fastify, { LogController } from 'fastify'
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { newId } from '../domain/id.ts'
import { answerErrors, answerFrameworkError } from './errors/answer-errors.ts'
import { loggable } from './errors/loggable.ts'
import { writeAuditLog } from './audit/write-audit-log.ts'
import { closeInTime } from './close-in-time.ts'
import { endStalledRequests } from './end-stalled-requests.ts'
import { serveConsole } from './console/serve-console.ts'
import { guard } from './guard.ts'
import { limitUploads } from './limit-uploads.ts'
import { logAnswers } from './log-answers.ts'
import { createMetrics } from './metrics/create-metrics.ts'
import { measure } from './metrics/measure.ts'
import { openapi } from './openapi.ts'
import { parseJson } from './parse-json.ts'
import { prefixCookies } from './prefix-cookies.ts'
import { protect } from './protect.ts'
import { pageRoutes, routes, watcherRoutes } from './routes/index.ts'
import { showHome } from './routes/show-home.ts'
import type { Server, Services } from './route.ts'
import { validatorCompiler } from './validate.ts'

/** The HTTP server with everything it answers, not yet listening. */
export async function createServer(services: Services): Promise<Server> {
  const server = fastify({
    // Redacted: at the level trace, the multipart plugin tells all headers, and so the caller's key.
    loggerInstance: services.log.child(
      {},
      { serializers: { err: loggable }, redact: ['busboyOptions.headers'] },
    ),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    trustProxy: services.trustedProxies.length > 0 && [...services.trustedProxies],
    // Uploads take as long as they take, if they move; only the headers must come soon.
    requestTimeout: 0,
    forceCloseConnections: 'idle',
    // closeInTime says it in words.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerFrameworkError,
  }).withTypeProvider<ZodTypeProvider>()
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  const inBackground = services.role === 'worker'
  answerErrors(server, inBackground ? 'works-in-background' : 'not-found')
  logAnswers(server)
  measure(server, createMetrics(services))
  closeInTime(server, services)
  parseJson(server)
  endStalledRequests(server, services)
  await protect(server, services)
  await server.register(cookie)
  prefixCookies(server, services)
  await server.register(multipart, { throwFileSizeLimit: false })
  await server.register(rateLimit, { global: false })
  await server.register(swagger, openapi(services.version))
  guard(server, services, docs)
  limitUploads(server, services)
  writeAuditLog(server, services)
  if (inBackground) {
    for (const route of watcherRoutes) route(server, services)
    return server
  }
  await server.register(swaggerUi, documentation)
  for (const route of pageRoutes) route(server, services)
  if (services.consoleFolder === null) showHome(server, services)
  else await serveConsole(server, services.consoleFolder)
  await server.register(
    async (api: Server) => {
      api.addHook('onRequest', async (_, reply) => void reply.header('cache-control', 'no-store'))
      for (const route of routes) route(api, services)
    },
    { prefix: '/api/v1' },
  )
  return server
}

const docs = '/api/docs'

const documentation = {
  routePrefix: docs,
  indexPrefix: '',
  theme: { title: 'Roster: the HTTP API' },
  uiConfig: { validatorUrl: null, layout: 'BaseLayout', docExpansion: 'list', deepLinking: true },
  staticCSP:
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
} as const
