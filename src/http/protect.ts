import helmet from '@fastify/helmet'
import type { Server, Services } from './route.ts'

/**
 * The headers that tell browsers what they must not do with any answer. Answers of the API are never shown by a
 * browser, so it may load nothing for them; pages say themselves what they need.
 */
export async function protect(
  server: Server,
  { publicUrl }: Pick<Services, 'publicUrl'>,
): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    // Where people come by https, they never come without. Of other names below this one, Roster knows nothing.
    strictTransportSecurity: publicUrl.startsWith('https:') && {
      maxAge: 365 * 24 * 60 * 60,
      includeSubDomains: false,
    },
  })
  server.addHook('onRequest', async (_, reply) => {
    reply.header('permissions-policy', noDevices)
  })
}

// Meetings are held at the meeting server, which asks for itself.
const noDevices = [
  'camera',
  'microphone',
  'display-capture',
  'geolocation',
  'payment',
  'usb',
  'serial',
  'bluetooth',
  'hid',
  'midi',
  'publickey-credentials-get',
]
  .map((feature) => `${feature}=()`)
  .join(', ')
