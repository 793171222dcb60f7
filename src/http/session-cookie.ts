import type { FastifyReply, FastifyRequest } from 'fastify'
import { sessionLife } from '../access/session-life.ts'

/** The cookie that a browser keeps instead of a key: no script can read it, no other site can use it. */
export const sessionCookie = {
  name: 'roster_session',

  read: (request: FastifyRequest): string | undefined => request.cookies[sessionCookie.name],

  /** @param publicUrl where people reach the server: by https, the cookie never travels without */
  set: (reply: FastifyReply, token: string, publicUrl: string): FastifyReply =>
    reply.setCookie(sessionCookie.name, token, {
      ...attributes,
      secure: publicUrl.startsWith('https:'),
      maxAge: sessionLife.longest / 1000,
    }),

  clear: (reply: FastifyReply): FastifyReply => reply.clearCookie(sessionCookie.name, attributes),
} as const

const attributes = { path: '/', httpOnly: true, sameSite: 'strict' } as const
