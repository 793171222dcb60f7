import type { FastifyReply } from 'fastify'
import type { Page } from './page.ts'

/** Answers with a page, and tells the browser what it may load for it. */
export function sendPage(reply: FastifyReply, { html, csp }: Page): FastifyReply {
  return reply
    .header('content-security-policy', csp)
    .header('content-type', 'text/html; charset=utf-8')
    .serializer(String)
    .send(html)
}
