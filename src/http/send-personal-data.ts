import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { UserRef } from '../directory/find-user.ts'
import { personalData, type PersonalData } from '../privacy/personal-data.ts'
import type { Services } from './route.ts'

/**
 * Sends all that is known about a user as a file, page by page as it is read.
 * @throws RequestError `user-not-found`
 */
export async function sendPersonalData(
  reply: FastifyReply,
  { db, now }: Pick<Services, 'db' | 'now'>,
  ref: UserRef,
): Promise<FastifyReply> {
  const data = await personalData(db, ref)
  return reply
    .type('application/json; charset=utf-8')
    .header('content-disposition', 'attachment; filename="personal-data.json"')
    .serializer(String)
    .send(Readable.from(document(data, now())))
}

async function* document({ account, lists }: PersonalData, now: Date): AsyncGenerator<string> {
  yield JSON.stringify({ exportedAt: now.toISOString(), ...account }, null, 2).slice(0, -2)
  for (const [name, pages] of Object.entries(lists)) {
    yield `,\n  ${JSON.stringify(name)}: [`
    let separator = '\n    '
    for await (const page of pages) {
      for (const one of page) {
        yield separator + JSON.stringify(one)
        separator = ',\n    '
      }
    }
    yield ']'
  }
  yield '\n}\n'
}
