import type { Config } from '../config/config.ts'
import type { Language } from '../domain/language.ts'
import { apiClient } from './client.ts'
import type { Client } from './client.ts'
import { connector } from './connect.ts'
import { openConnection } from './connection.ts'
import type { Interrupt } from './interrupt.ts'
import type { Sentences } from './sentences.ts'
import type { Terminal } from './terminal.ts'

/** The options that every command takes. */
export interface GlobalFlags {
  readonly data?: string
  readonly json?: boolean
  readonly company?: string
  readonly as?: string
}

/** What every command is given. */
export interface Context {
  readonly config: Config
  readonly flags: GlobalFlags
  readonly terminal: Terminal
  readonly words: Sentences
  readonly language: Language
  readonly interrupt: Interrupt
}

/** A command: answers its exit code, or throws `Failure`. */
export type Task = (context: Context) => Promise<number>

/** Runs a task with a server, which is started if there is none, and ended afterwards if it was. */
export async function withClient<Result>(
  context: Context,
  task: (client: Client) => Promise<Result>,
): Promise<Result> {
  const { flags, language, terminal, words, interrupt } = context
  const connection = await openConnection({
    connect: connector(context),
    words,
    signal: interrupt.signal,
    onWait: (why) => terminal.say(why),
    headers: {
      'accept-language': language,
      ...(flags.company === undefined
        ? {}
        : { 'roster-company': encodeURIComponent(flags.company) }),
      ...(flags.as === undefined ? {} : { 'roster-as': encodeURIComponent(flags.as) }),
    },
  })
  try {
    return await task(apiClient(connection))
  } finally {
    await connection.close()
  }
}
