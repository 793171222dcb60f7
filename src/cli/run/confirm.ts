import { confirm as askYesOrNo, isCancel, text } from '@clack/prompts'
import type { Batch, Execution } from '../../http/contract/batch.ts'
import type { Context } from '../context.ts'

const guards = ['deletions', 'mails'] as const

/**
 * Asks whether to execute what the verification showed, naming its numbers; a guard wants its number typed.
 * Answers what was confirmed, or null. Nothing is asked when nothing would change, or with `--yes`.
 */
export async function confirm(
  { terminal, words, interrupt }: Context,
  batch: Batch,
  yes: boolean,
): Promise<Execution['confirm'] | null> {
  if (batch.totals.ready === 0 || yes) return batch.confirm
  if (!terminal.canAsk) {
    const asked = guards.flatMap((what) => {
      const number = batch.confirm[what]
      return number === undefined ? [] : [words.guard(number, what)]
    })
    terminal.say(words.cannotAsk(words.question(batch.operation, batch.totals), asked))
    return null
  }
  const { stdin: input, stderr: output } = terminal
  const shown = { input, output, withGuide: false, signal: interrupt.signal }
  for (const what of guards) {
    const asked = batch.confirm[what]
    if (asked === undefined) continue
    const answer = await text({
      ...shown,
      message: words.typeNumber(words.guard(asked, what), asked),
      validate: (typed) =>
        typed?.trim() === String(asked) ? undefined : words.notTheNumber(asked),
    })
    if (isCancel(answer)) return refused()
  }
  const answer = await askYesOrNo({
    ...shown,
    message: words.question(batch.operation, batch.totals),
    active: words.yes,
    inactive: words.no,
    initialValue: false,
  })
  return answer === true ? batch.confirm : refused()

  function refused(): null {
    interrupt.signal.throwIfAborted()
    terminal.say(words.unconfirmed)
    return null
  }
}
