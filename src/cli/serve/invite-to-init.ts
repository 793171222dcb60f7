import type { Client } from '../client.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { howToGetIn } from './how-to-get-in.ts'
import type { Prepared } from './serve-until-interrupted.ts'

/** Says how to get in, or how to begin where there is no company yet. */
export async function inviteToInit(context: Context, client: Client): Promise<Prepared> {
  const { words } = context
  try {
    return { lines: howToGetIn(context, await client.me()), document: {} }
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'no-company-yet') throw error
    const { link } = await client.createSetUpLink()
    return { lines: [words.noCompanyYet(link), words.orInit], document: { setUp: link } }
  }
}
