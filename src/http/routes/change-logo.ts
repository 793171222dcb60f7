import { z } from 'zod'
import { putLogo, type Logo } from '../../directory/company-logo.ts'
import { readPicture } from '../../domain/picture.ts'
import { RequestError } from '../../domain/request-error.ts'
import { note } from '../audit/note.ts'
import { callerOf } from '../guard.ts'
import type { Route } from '../route.ts'

/** A picture in the place of the logo. It is the body itself, whatever its type claims to be. */
export const changeLogo: Route = (server, { db }) => {
  void server.register(async (here: typeof server) => {
    here.removeAllContentTypeParsers()
    here.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: mostRead }, (_, bytes, done) =>
      done(null, bytes),
    )
    here.put(
      '/company/logo',
      {
        config: { act: 'change-logo' },
        schema: {
          summary: 'Change the company’s logo',
          description:
            'The body is the picture: PNG or JPEG, at most 100 kB and 2000 pixels to a side.',
          tags: ['directory'],
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        const { companyId } = callerOf(request).actor
        await putLogo(db, companyId, readLogo(request.body))
        note(request, { subject: { kind: 'company', id: companyId } })
        return reply.code(204).send(null)
      },
    )
  })
}

const [kilobytes, pixels] = [100, 2000]

// What is somewhat too large is answered with what the limit is, not with what a request may be.
const mostRead = 5_000_000

function readLogo(bytes: unknown): Logo {
  if (Buffer.isBuffer(bytes) && bytes.length <= kilobytes * 1000) {
    const { type, width, height } = readPicture(bytes) ?? nothing
    if (type !== null && width <= pixels && height <= pixels) return { type, bytes }
  }
  throw new RequestError('unusable-logo', { kilobytes, pixels })
}

const nothing = { type: null, width: 0, height: 0 }
