import { CommanderError } from 'commander'
import { ConfigError } from '../config/config-error.ts'
import { EmbeddedError } from '../embedded/embedded-error.ts'
import { exitCodes, Failure } from './failure.ts'
import type { Sentences } from './sentences.ts'
import { OutputLost } from './terminal.ts'

/** Whatever a command threw, as the way in which it ends. */
export function asFailure(error: unknown, words: Sentences): Failure {
  if (error instanceof Failure) return error
  if (error instanceof CommanderError) return usage(error, words)
  if (error instanceof ConfigError) {
    const { message: title, variable } = error
    return new Failure(exitCodes.usage, { code: 'configuration', title, details: { variable } })
  }
  if (error instanceof OutputLost) {
    const title = words.outputLost(error.message)
    return new Failure(exitCodes.unexpected, { code: 'output-lost', title }, { cause: error })
  }
  if (error instanceof EmbeddedError) {
    const { code, message: title, details } = error
    const exit = usageCodes.has(code) ? exitCodes.usage : exitCodes.unexpected
    return new Failure(exit, { code, title, details }, { cause: error })
  }
  if (error instanceof Error && Object.hasOwn(startErrors, error.name)) {
    const code = startErrors[error.name] ?? ''
    return new Failure(exitCodes.unexpected, { code, title: error.message }, { cause: error })
  }
  const message = error instanceof Error ? error.message : String(error)
  const title = words.unexpected(message)
  return new Failure(exitCodes.unexpected, { code: 'unexpected', title }, { cause: error })
}

// By their names, since importing their classes would load the database for every command.
const startErrors: Readonly<Record<string, string>> = {
  FolderHeldError: 'folder-held',
  MigrationError: 'migration-failed',
  WrongKeyError: 'wrong-key',
}

// A folder that was named wrongly.
const usageCodes = new Set<EmbeddedError['code']>(['not-a-folder', 'foreign-folder'])

// Commander has printed the help already when it had nothing else to say.
function usage({ message, code }: CommanderError, words: Sentences): Failure {
  const title = code === 'commander.help' ? words.nameCommand : sentence(message)
  return new Failure(exitCodes.usage, { code: 'usage', title })
}

function sentence(message: string): string {
  const text = message.replace(/^error: /u, '').replace(/\n\((?<hint>.*)\)$/su, '. $<hint>')
  return /[.?]$/u.test(text) ? text : `${text}.`
}
