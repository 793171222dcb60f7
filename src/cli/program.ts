import { Command, CommanderError, Option } from 'commander'
import pkg from '../../package.json' with { type: 'json' }
import { readConfig } from '../config/config.ts'
import { commands } from './commands/index.ts'
import type { Context, GlobalFlags, Task } from './context.ts'
import { asFailure } from './as-failure.ts'
import { exitCodes, Failure, usageFailure } from './failure.ts'
import { listenForInterrupts } from './interrupt.ts'
import { programHelp } from './program-help.ts'
import { languageOf, sentencesIn } from './sentences.ts'
import { openTerminal } from './terminal.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Runs the command that the arguments name and answers the exit code of the process. */
export async function runProgram(args: readonly string[], env: Environment): Promise<number> {
  const language = languageOf(env)
  const words = sentencesIn(language)
  const { stdin, stdout, stderr } = process
  const terminal = openTerminal({ stdin, stdout, stderr, env })
  const interrupt = listenForInterrupts(words.interrupted)
  let exit: number = exitCodes.fine

  const program = newProgram()
  const perform = async (command: Command, task: Task): Promise<void> => {
    const flags = command.optsWithGlobals<GlobalFlags>()
    refuseEmpty(flags, words.missing)
    const config = readConfig(flags.data === undefined ? env : { ...env, ROSTER_DATA: flags.data })
    const context: Context = { config, flags, terminal, words, language, interrupt }
    exit = await task(context)
  }
  for (const add of commands) add(program, perform, words)
  // A group takes whatever follows, so as to say what is unknown; its commands would inherit that.
  for (const command of program.commands.flatMap((group) => group.commands)) {
    command.allowExcessArguments(false)
  }

  try {
    await program.parseAsync(args, { from: 'user' })
    return exit
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.fine
    // What an aborted request throws says less than why it was aborted.
    const isAborted = interrupt.signal.aborted && !(error instanceof Failure)
    const failure = asFailure(isAborted ? interrupt.signal.reason : error, words)
    await report(failure)
    return failure.exit
  }

  async function report({ message, code, details }: Failure): Promise<void> {
    terminal.say(`${terminal.colours.red('roster:')} ${message}`)
    if (!args.includes('--json')) return
    const document = JSON.stringify({ code, title: message, details }, null, 2)
    // The sentence has been said; that the document cannot be written changes nothing about it.
    await terminal.write(`${document}\n`).catch(() => {})
  }
}

function newProgram(): Command {
  return new Command('roster')
    .description(programHelp.summary)
    .version(pkg.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addOption(new Option('--data <dir>', 'the data folder (default: ./data, or ROSTER_DATA)'))
    .addOption(new Option('--json', 'one JSON document on standard output, and nothing else'))
    .addOption(new Option('--company <name>', 'the company (default: the first)'))
    .addOption(new Option('--as <email>', 'who acts (default: the company’s first administrator)'))
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: () => {} })
    .exitOverride()
    .addHelpText('after', programHelp.after)
}

function refuseEmpty(flags: GlobalFlags, sentence: (flag: string) => string): void {
  for (const flag of ['data', 'company', 'as'] as const) {
    const value = flags[flag]?.trim()
    // `--data --json`: the value was forgotten.
    if (value === '' || value?.startsWith('--')) throw usageFailure(sentence(flag))
  }
}
