import { notice, problem, type Notice, type Problem } from '../domain/problem.ts'
import type { AnyRow, Claim, Verdict } from '../operations/operation.ts'
import type { Judgement } from './judgement.ts'
import type { ReadRecord } from './read-record.ts'

/** What the rows so far have said of each user, by the key of the address: later ones are compared with it. */
export type Said = Map<string, SaidOfUser>

interface SaidOfUser {
  /** The position of the user's first row. */
  readonly leader: number
  readonly claims: Earlier[]
  /** The claims again, once there are too many to look through. */
  byAbout: Map<Claim['about'], Earlier> | null
}

interface Earlier {
  readonly about: Claim['about']
  readonly line: number
  readonly says: string
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
    if ('leftOut' in row.reading) return aside(row)
    if ('problems' in row.reading) return wrong(row, row.reading.problems)
    const verdict = verdicts[next++]
    if (verdict === undefined) throw new Error('A row was not judged.')
    return 'problems' in verdict
      ? wrong(row, verdict.problems)
      : compare({ ...row, ...row.reading }, verdict, said)
  })
}

type Sound = Exclude<Verdict<unknown>, { readonly problems: readonly Problem[] }>
type ReadableRow = Omit<ReadRecord, 'reading'> & {
  readonly values: AnyRow
  readonly notices: readonly Notice[]
}

function compare(row: ReadableRow, verdict: Sound, said: Said): Judgement {
  const { key } = row.values.email
  const known = said.get(key)
  const ofUser = known ?? { leader: row.position, claims: [], byAbout: null }
  const recalled = [...(verdict.claims ?? []), ...verdict.parts].map((claim) => ({
    claim,
    earlier: recall(ofUser, claim),
  }))
  const contradictions = recalled.flatMap(contradiction)
  if (contradictions.length > 0) return wrong(row, contradictions)

  const parts = verdict.parts.filter((part) => recall(ofUser, part) === undefined)
  const repeated = repeatedLine(recalled)
  for (const { claim, earlier } of recalled) {
    if (earlier === undefined)
      remember(ofUser, { about: claim.about, line: row.line, says: claim.says })
  }
  if (known === undefined) said.set(key, ofUser)
  return {
    position: row.position,
    line: row.line,
    state: parts.some((part) => part.needed) ? 'ready' : 'unchanged',
    problems: [],
    notices:
      repeated === null
        ? [...row.notices, ...verdict.notices]
        : [notice('same-as-line', { line: repeated })],
    leader: known?.leader ?? null,
    effect: { row: row.values, parts },
    isRepeat: repeated !== null,
  }
}

// Most users have one row. A map for each of a million would be most of the memory.
const mostToLookThrough = 16

function recall({ claims, byAbout }: SaidOfUser, { about }: Claim): Earlier | undefined {
  return byAbout === null ? claims.find((earlier) => earlier.about === about) : byAbout.get(about)
}

function remember(user: SaidOfUser, earlier: Earlier): void {
  user.claims.push(earlier)
  user.byAbout?.set(earlier.about, earlier)
  if (user.byAbout === null && user.claims.length > mostToLookThrough) {
    user.byAbout = new Map(user.claims.map((claim) => [claim.about, claim]))
  }
}

interface Recalled {
  readonly claim: Claim
  /** What an earlier row has said about the same. */
  readonly earlier: Earlier | undefined
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

type Place = Pick<ReadRecord, 'position' | 'line'>

function wrong({ position, line }: Place, problems: readonly Problem[]): Judgement {
  return { ...silent, position, line, state: 'error', problems, notices: [] }
}

function aside({ position, line }: Place): Judgement {
  return { ...silent, position, line, state: 'unchanged', problems: [], notices: [leftOut] }
}

// Such a row says nothing that others are compared with, and has nothing to do.
const silent = { leader: null, effect: null, isRepeat: false } as const
const leftOut = notice('left-out')
