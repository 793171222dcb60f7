import type { Notice, Problem } from '../domain/problem.ts'
import type { AnyRow, Part } from '../operations/operation.ts'

/** What became of a row once the directory and the rows before it were asked. */
export interface Judgement {
  readonly position: number
  readonly line: number
  readonly state: 'ready' | 'unchanged' | 'error'
  readonly problems: readonly Problem[]
  readonly notices: readonly Notice[]
  /** The position of the first row of the same user; null: this is it, or the row does not count. */
  readonly leader: number | null
  /** The row and its parts that no earlier row has said; null when the row has problems. */
  readonly effect: { readonly row: AnyRow; readonly parts: readonly Part<unknown>[] } | null
  /** An earlier row has said all of it. */
  readonly isRepeat: boolean
}

/** Does applying the row cause a mail? */
export function mails({ state, effect }: Judgement): boolean {
  return (
    state === 'ready' && effect !== null && effect.parts.some((part) => part.needed && part.mails)
  )
}

/** What applying the row changes, thing by thing. */
export function changesOf({
  effect,
}: Judgement): readonly Pick<Part<unknown>, 'before' | 'after'>[] {
  if (effect === null) return []
  return effect.parts.filter((part) => part.needed).map(({ before, after }) => ({ before, after }))
}
