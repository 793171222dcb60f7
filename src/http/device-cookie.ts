import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { emailKey } from '../domain/email.ts'
import { newId } from '../domain/id.ts'
import type { Services } from './route.ts'

/**
 * The cookie of a device on which somebody has signed in. It opens nothing: guesses from there are counted apart from
 * those of the rest of the world. It is sealed, so that nobody can make one for somebody else's account.
 */
export const deviceCookie = {
  /**
   * Which device it is on which the account has signed in before.
   * @returns undefined for one that it has not, or not for half a year
   */
  read(request: FastifyRequest, account: string, services: Known): string | undefined {
    const sealed = request.cookies[name]
    const text = sealed === undefined ? undefined : services.sealer.open(purpose, sealed)
    const data = text === undefined ? undefined : device.safeParse(JSON.parse(text)).data
    if (data?.account !== account || data.until <= services.now().getTime()) return undefined
    return data.id
  },

  /** @param email of whom has just proved who they are */
  set(reply: FastifyReply, email: string, { sealer, now, publicUrl }: Known): FastifyReply {
    const until = now().getTime() + valid * 1000
    const text = JSON.stringify({ account: emailKey(email), id: newId(), until })
    return reply.setCookie(name, sealer.seal(purpose, text), {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: publicUrl.startsWith('https:'),
      maxAge: valid,
    })
  },
} as const

type Known = Pick<Services, 'sealer' | 'now' | 'publicUrl'>

const name = 'roster_device'
const purpose = 'device'
const valid = 180 * 24 * 60 * 60

const device = z.object({ account: z.string(), id: z.string(), until: z.number() })
