import type { Client } from '../client.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { howToGetIn } from './how-to-get-in.ts'
import type { Prepared } from './serve-until-interrupted.ts'

type Asked = Pick<Client, 'me' | 'createSetUpLink'>

/** Says how to get in, or how to begin where there is no company yet. */
export async function inviteToInit(context: Context, client: Asked): Promise<Prepared> {
  const { words } = context
  const me = await unless('no-company-yet', client.me())
  if (me !== null) return { lines: howToGetIn(context, me), document: {} }
  const created = await unless('company-exists-already', client.createSetUpLink())
  // Somebody made it in this moment, through another server.
  if (created === null) return await inviteToInit(context, client)
  const { link } = created
  return { lines: [words.noCompanyYet(link), words.orInit], document: { setUp: link } }
}

/** Null where that is what was answered. */
async function unless<T>(code: string, asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Failure && error.code === code) return null
    throw error
  }
}
