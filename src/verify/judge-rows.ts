import { notice, problem, type Notice, type Problem } from '../domain/problem.ts'
import type { Ask } from '../directory/fact.ts'
import type {
  AnyRow,
  Circumstances,
  Claim,
  Operation,
  Part,
  Verdict,
} from '../operations/operation.ts'
import type { ReadRecord } from './read-record.ts'

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

/** What the rows so far have said, so that later ones can be compared with them. */
export interface Said {
  readonly claims: Map<string, { readonly line: number; readonly says: string }>
  /** The position of each user's first row. */
  readonly leaders: Map<string, number>
}

export function nothingSaid(): Said {
  return { claims: new Map(), leaders: new Map() }
}

/**
 * Judges rows in their order: each by itself, after one set-based look-up per fact, then against
 * the rows before it. `said` is carried from chunk to chunk and grows.
 */
export async function judgeRows(
  operation: Operation,
  rows: readonly ReadRecord[],
  context: { readonly ask: Ask; readonly circumstances: Circumstances; readonly said: Said },
): Promise<readonly Judgement[]> {
  const readable = rows.flatMap((row) => ('values' in row.reading ? [row.reading.values] : []))
  const verdicts = await operation.judge(context.ask, context.circumstances, readable)
  let next = 0
  return rows.map((row) => {
    if ('problems' in row.reading) return wrong(row, row.reading.problems)
    const verdict = verdicts[next++]
    if (verdict === undefined) throw new Error('A row was not judged.')
    return 'problems' in verdict
      ? wrong(row, verdict.problems)
      : compare({ ...row, values: row.reading.values }, verdict, context.said)
  })
}

type Sound = Exclude<Verdict<unknown>, { readonly problems: readonly Problem[] }>
type ReadableRow = Omit<ReadRecord, 'reading'> & { readonly values: AnyRow }

function compare(row: ReadableRow, verdict: Sound, said: Said): Judgement {
  const claims = [...(verdict.claims ?? []), ...verdict.parts]
  const contradictions = claims.flatMap((claim) => contradiction(claim, said))
  if (contradictions.length > 0) return wrong(row, contradictions)
  const parts = verdict.parts.filter((part) => !said.claims.has(aboutKey(part)))
  const repeated = repeatedLine(claims, said)
  for (const claim of claims) remember(claim, row.line, said)
  return {
    position: row.position,
    line: row.line,
    state: parts.some((part) => part.needed) ? 'ready' : 'unchanged',
    problems: [],
    notices: repeated === null ? verdict.notices : [notice('same-as-line', { line: repeated })],
    leader: follow(row, said),
    effect: { row: row.values, parts },
    isRepeat: repeated !== null,
  }
}

function contradiction(claim: Claim, said: Said): readonly Problem[] {
  const earlier = said.claims.get(aboutKey(claim))
  if (earlier === undefined || earlier.says === claim.says) return []
  const { line, says } = earlier
  return [problem('contradicts-line', claim.field, { line, value: claim.says, earlier: says })]
}

// The line of the last thing said, when nothing in the row is new.
function repeatedLine(claims: readonly Claim[], said: Said): number | null {
  let last = 0
  for (const claim of claims) {
    const earlier = said.claims.get(aboutKey(claim))
    if (earlier === undefined) return null
    last = Math.max(last, earlier.line)
  }
  return last
}

function remember(claim: Claim, line: number, said: Said): void {
  const key = aboutKey(claim)
  if (!said.claims.has(key)) said.claims.set(key, { line, says: claim.says })
}

function follow(row: ReadableRow, said: Said): number | null {
  const { key } = row.values.email
  const leader = said.leaders.get(key)
  if (leader === undefined) said.leaders.set(key, row.position)
  return leader ?? null
}

// Neither addresses nor ids contain a line break.
function aboutKey({ about }: Claim): string {
  return about.length === 1 ? (about[0] ?? '') : about.join('\n')
}

function wrong(
  { position, line }: { position: number; line: number },
  problems: readonly Problem[],
): Judgement {
  return {
    position,
    line,
    state: 'error',
    problems,
    notices: [],
    leader: null,
    effect: null,
    isRepeat: false,
  }
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
