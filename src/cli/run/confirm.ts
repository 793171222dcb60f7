import { confirm as askYesOrNo, isCancel, text } from '@clack/prompts'
import type { Batch, Execution } from '../../http/contract/batch.ts'
import type { Context } from '../context.ts'

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
    terminal.say(words.cannotAsk)
    return null
  }
  const { stdin: input, stderr: output } = terminal
  const shown = { input, output, withGuide: false, signal: interrupt.signal }
  for (const what of ['deletions', 'mails'] as const) {
    const asked = batch.confirm[what]
    if (asked === undefined) continue
    const answer = await text({
      ...shown,
      message: words.typeNumber(asked, what),
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
