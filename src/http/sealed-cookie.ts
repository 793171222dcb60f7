import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Services } from './route.ts'

type Known = Pick<Services, 'sealer' | 'now' | 'publicUrl'>

/** A cookie that a browser keeps for a while without being able to read or to change what is in it. */
export interface SealedCookie<Content> {
  /** @returns undefined where there is none, where it is not ours, and once its time is over */
  readonly read: (request: FastifyRequest, services: Known) => Content | undefined
  readonly set: (reply: FastifyReply, content: Content, services: Known) => void
  readonly clear: (reply: FastifyReply) => void
}

/** @param options.seconds how long it can be read */
export function sealedCookie<Content>(options: {
  readonly name: string
  readonly sameSite: 'strict' | 'lax'
  readonly seconds: number
  readonly content: z.ZodType<Content>
}): SealedCookie<Content> {
  const { name, sameSite, seconds } = options
  const sealed = z.object({ content: z.unknown(), until: z.number() })
  // For all addresses, since browsers then protect it as one that no other site below the same domain can set.
  const attributes = { path: '/', httpOnly: true, sameSite } as const
  return {
    read(request, { sealer, now }) {
      const text = sealer.open(name, request.cookies[name] ?? '')
      if (text === undefined) return undefined
      const { data } = sealed.safeParse(JSON.parse(text))
      if (data === undefined || data.until <= now().getTime()) return undefined
      return options.content.safeParse(data.content).data
    },
    set(reply, content, { sealer, now, publicUrl }) {
      const until = now().getTime() + seconds * 1000
      reply.setCookie(name, sealer.seal(name, JSON.stringify({ content, until })), {
        ...attributes,
        secure: publicUrl.startsWith('https:'),
        maxAge: seconds,
      })
    },
    clear: (reply) => void reply.clearCookie(name, attributes),
  }
}
