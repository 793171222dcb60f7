import { notice, problem, type Problem } from '../domain/problem.ts'
import type { AnyRow, Claim, Verdict } from '../operations/operation.ts'
import type { Judgement } from './judgement.ts'
import type { ReadRecord } from './read-record.ts'

/** What the rows so far have said, so that later ones can be compared with them. */
export interface Said {
  readonly claims: Map<string, Earlier>
  /** The position of each user's first row. */
  readonly leaders: Map<string, number>
}

interface Earlier {
  readonly line: number
  readonly says: string
}

export function nothingSaid(): Said {
  return { claims: new Map(), leaders: new Map() }
}

/**
 * Judges rows in their order against the rows before them: what was said before is not said again, and
 * what contradicts it is a problem. `said` is carried from chunk to chunk and grows.
 * @param verdicts what the rules say of each row by itself; of those that could be read
 */
export function compareRows(
  rows: readonly ReadRecord[],
  verdicts: readonly Verdict<unknown>[],
  said: Said,
): readonly Judgement[] {
  let next = 0
  return rows.map((row) => {
    if ('problems' in row.reading) return wrong(row, row.reading.problems)
    const verdict = verdicts[next++]
    if (verdict === undefined) throw new Error('A row was not judged.')
    return 'problems' in verdict
      ? wrong(row, verdict.problems)
      : compare({ ...row, values: row.reading.values }, verdict, said)
  })
}

type Sound = Exclude<Verdict<unknown>, { readonly problems: readonly Problem[] }>
type ReadableRow = Omit<ReadRecord, 'reading'> & { readonly values: AnyRow }

function compare(row: ReadableRow, verdict: Sound, said: Said): Judgement {
  const claims = (verdict.claims ?? []).map((claim) => recall(claim, said))
  const parts = verdict.parts.map((part) => recall(part, said))
  const all = [...claims, ...parts]
  const contradictions = all.flatMap(contradiction)
  if (contradictions.length > 0) return wrong(row, contradictions)
  for (const { key, claim, earlier } of all) {
    if (earlier === undefined) said.claims.set(key, { line: row.line, says: claim.says })
  }
  const fresh = verdict.parts.filter((_, index) => parts[index]?.earlier === undefined)
  const repeated = repeatedLine(all)
  return {
    position: row.position,
    line: row.line,
    state: fresh.some((part) => part.needed) ? 'ready' : 'unchanged',
    problems: [],
    notices: repeated === null ? verdict.notices : [notice('same-as-line', { line: repeated })],
    leader: follow(row, said),
    effect: { row: row.values, parts: fresh },
    isRepeat: repeated !== null,
  }
}

interface Recalled {
  readonly claim: Claim
  readonly key: string
  /** What an earlier row has said about the same thing. */
  readonly earlier: Earlier | undefined
}

// Neither addresses nor ids contain a line break.
function recall(claim: Claim, { claims }: Said): Recalled {
  const key = claim.about.join('\n')
  return { claim, key, earlier: claims.get(key) }
}

function contradiction({ claim, earlier }: Recalled): readonly Problem[] {
  if (earlier === undefined || earlier.says === claim.says) return []
  const { line, says } = earlier
  return [problem('contradicts-line', claim.field, { line, value: claim.says, earlier: says })]
}

// The line of the last thing said, when nothing in the row is new.
function repeatedLine(claims: readonly Recalled[]): number | null {
  let last = 0
  for (const { earlier } of claims) {
    if (earlier === undefined) return null
    last = Math.max(last, earlier.line)
  }
  return last
}

function follow(row: ReadableRow, said: Said): number | null {
  const { key } = row.values.email
  const leader = said.leaders.get(key)
  if (leader === undefined) said.leaders.set(key, row.position)
  return leader ?? null
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
