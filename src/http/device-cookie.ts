import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { emailKey } from '../domain/email.ts'
import { newId } from '../domain/id.ts'
import type { Services } from './route.ts'
import { sealedCookie } from './sealed-cookie.ts'

/** A device, and the users of whichever company with one address who have signed in on it. */
interface Device {
  readonly id: string
  readonly users: readonly string[]
}

/**
 * The cookie of a device on which somebody has signed in. It opens nothing: guesses from there are counted apart from
 * those of the rest of the world. It is sealed, so that nobody can make one for somebody else's account.
 */
export const deviceCookie = {
  /**
   * Which device it is on which the account has signed in before.
   * @returns undefined for one that it has not, or not for half a year
   */
  read(request: FastifyRequest, account: string, services: Known): Device | undefined {
    const device = cookie.read(request, services)
    return device?.account === account ? device : undefined
  },

  /** Another user of the same address, in another company, stays known. @param user who has just proved who they are */
  set(
    request: FastifyRequest,
    reply: FastifyReply,
    user: { readonly userId: string; readonly email: string },
    services: Known,
  ): void {
    const account = emailKey(user.email)
    const before = deviceCookie.read(request, account, services)?.users ?? []
    const users = [user.userId, ...before.filter((id) => id !== user.userId)].slice(0, mostUsers)
    cookie.set(reply, { account, id: newId(), users }, services)
  },
} as const

// A cookie has room for 4,096 bytes.
const mostUsers = 20

type Known = Pick<Services, 'sealer' | 'now' | 'publicUrl'>

const cookie = sealedCookie({
  name: 'roster_device',
  sameSite: 'strict',
  seconds: 180 * 24 * 60 * 60,
  content: z.object({ account: z.string(), id: z.string(), users: z.array(z.string()) }),
})
