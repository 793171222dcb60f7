import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { RequestError } from '../../domain/request-error.ts'
import type { Server } from '../route.ts'
import { consolePages } from './console-pages.ts'
import { policyOf } from './policy-of.ts'

/**
 * Sends the console: one page for all of its addresses, and the files that the build laid beside it.
 * What else a browser opens gets the same page, which then says that there is nothing here.
 * @param folder what the build wrote
 */
export async function serveConsole(server: Server, folder: string): Promise<void> {
  const html = await readFile(path.join(folder, 'index.html'), 'utf8')
  await server.register(fastifyStatic, { root: folder, serve: false, preCompressed: true })

  const open = { config: { act: 'show-console' as const }, schema: { hide: true } }
  // The names of these files change with their content.
  server.get<{ Params: { '*': string } }>('/assets/*', open, (request, reply) =>
    reply.sendFile(`assets/${request.params['*']}`, { immutable: true, maxAge: '365d' }),
  )
  for (const name of ['favicon.svg', 'colour-scheme.js']) {
    server.get(`/${name}`, open, (_, reply) => reply.sendFile(name, { maxAge: '1h' }))
  }
  for (const address of consolePages) {
    server.get(address, open, (_, reply) => sendPage(reply, html))
  }
  server.get('/*', open, (request, reply) => {
    if (!isNavigation(request)) throw new RequestError('not-found')
    return sendPage(reply.code(404), html)
  })
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  return reply
    .header('content-security-policy', policyOf(nonce))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .serializer(String)
    .send(html.replace('%nonce%', nonce))
}

function isNavigation({ url, headers: { accept = '' } }: FastifyRequest): boolean {
  return !url.startsWith('/api/') && accept.includes('text/html')
}
