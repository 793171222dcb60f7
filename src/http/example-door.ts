import type { FastifyRequest } from 'fastify'
import type { Caller } from '../access/caller.ts'
import { exampleAdministrator } from '../access/example-administrator.ts'
import type { Services } from './route.ts'

/**
 * Who somebody becomes that signs in to the example company without a key; undefined where that is not
 * offered. The server listens on this machine only (`opensExample`). That is not enough: a page elsewhere
 * could have its own name lead here (DNS rebinding), and a proxy could bring in the world.
 */
export async function exampleDoor(
  request: FastifyRequest,
  { db, opensExample }: Pick<Services, 'db' | 'opensExample'>,
): Promise<Caller | undefined> {
  const { headers } = request
  const isForwarded = forwarding.some((name) => headers[name] !== undefined)
  if (!opensExample || isForwarded || !thisMachine.test(headers.host ?? '')) return undefined
  return await exampleAdministrator(db)
}

const thisMachine = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'via'] as const
