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
  { db, opensExample, publicUrl }: Pick<Services, 'db' | 'opensExample' | 'publicUrl'>,
): Promise<Caller | undefined> {
  if (!opensExample || !isThisMachine(publicUrl) || !isFromHere(request)) return undefined
  return await exampleAdministrator(db)
}

// Some proxies ask with a host name of their own and say nothing of whom they ask for; but the page that a browser
// shows by them has another origin.
function isFromHere({ headers }: FastifyRequest): boolean {
  const { host = '', origin } = headers
  const isForwarded = Object.keys(headers).some((name) => forwarding.test(name))
  return (
    !isForwarded &&
    isThisMachine(`http://${host}`) &&
    (origin === undefined || isThisMachine(origin))
  )
}

function isThisMachine(url: string): boolean {
  return thisMachine.test(URL.parse(url)?.hostname ?? '')
}

const thisMachine = /^(?:localhost|127\.0\.0\.1|\[::1\])$/
const forwarding = /^(?:forwarded|via|x-forwarded-.+|x-real-ip|x-client-ip)$/
