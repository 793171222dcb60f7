import type { Client } from '../client.ts'
import { commandHere } from '../command-here.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import type { Prepared } from './serve-until-interrupted.ts'

/** Says how to get in, or how to begin where there is no company yet. */
export async function inviteToInit({ words, flags }: Context, client: Client): Promise<Prepared> {
  try {
    await client.me()
    const command = `${commandHere(flags)} keys create --name console`
    return { lines: [words.signInWith(command)], document: {} }
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'no-company-yet') throw error
    return { lines: [words.noCompanyYet], document: {} }
  }
}
