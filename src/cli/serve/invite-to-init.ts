import type { Client } from '../client.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import type { Prepared } from './serve-until-interrupted.ts'

/** Says how to begin where there is no company yet. */
export async function inviteToInit({ words }: Context, client: Client): Promise<Prepared> {
  try {
    await client.me()
    return { lines: [], document: {} }
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'no-company-yet') throw error
    return { lines: [words.noCompanyYet], document: {} }
  }
}
