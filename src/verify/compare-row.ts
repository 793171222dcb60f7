import { notice, problem, type Notice, type Problem } from '../domain/problem.ts'
import type { AnyRow, Claim, Judge, Part, Verdict } from '../operations/operation.ts'
import type { Judgement } from './judgement.ts'
import type { ReadRecord } from './read-record.ts'
import { nothing, type Said, type Saying, type User } from './said.ts'

/**
 * Judges a row by itself, and against the rows before it: what was said before is not said again, and what contradicts
 * it is a problem.
 * @param said is carried from row to row and grows; null: no other row speaks of this one's user
 */
export function compareRow(row: ReadRecord, judge: Judge, said: Said | null): Judgement {
  const { reading } = row
  if ('leftOut' in reading) return aside(row)
  if ('problems' in reading) return wrong(row, reading.problems)
  const verdict = judge(reading.values)
  if ('problems' in verdict) return wrong(row, verdict.problems)
  if (said === null) return newOf({ ...row, ...reading }, verdict)
  const user = said.userOf(reading.values.email.key, row.position)
  const sound = said.leaderOf(user) === row.position ? firstOf : laterOf
  return sound({ ...row, ...reading }, verdict, { user, said })
}

type Sound = Exclude<Verdict<unknown>, { readonly problems: readonly Problem[] }>

interface ReadableRow {
  readonly position: number
  readonly line: number
  readonly values: AnyRow
  readonly notices: readonly Notice[]
}

interface OfUser {
  readonly user: User
  readonly said: Said
}

/** Nothing was said of the user before. Nearly all rows are such, so nothing is made here that is not needed. */
function firstOf(row: ReadableRow, { claims = none, parts, notices }: Sound, of: OfUser) {
  for (const claim of claims) remember(claim, row, of)
  for (const part of parts) remember(part, row, of)
  return newOf(row, { parts, notices })
}

function newOf(row: ReadableRow, { parts, notices }: Sound): Judgement {
  return judgementOf(row, { parts, notices: both(row.notices, notices), leader: null })
}

function laterOf(row: ReadableRow, verdict: Sound, of: OfUser): Judgement {
  const { user, said } = of
  const claims = [...(verdict.claims ?? none), ...verdict.parts]
  const recalled = claims.map((claim) => ({ claim, earlier: said.recall(user, claim.about) }))
  const contradictions = recalled.flatMap((recalled) => contradiction(recalled, said))
  if (contradictions.length > 0) return wrong(row, contradictions)

  const parts = verdict.parts.filter(({ about }) => said.recall(user, about) === nothing)
  const leader = said.leaderOf(user)
  if (recalled.every(({ earlier }) => earlier !== nothing)) {
    const line = recalled.reduce((last, { earlier }) => Math.max(last, said.lineOf(earlier)), 0)
    return {
      ...judgementOf(row, { parts, notices: [notice('same-as-line', { line })], leader }),
      isRepeat: true,
    }
  }
  for (const { claim, earlier } of recalled) if (earlier === nothing) remember(claim, row, of)
  return judgementOf(row, { parts, notices: both(row.notices, verdict.notices), leader })
}

function remember({ about, says }: Claim, { line }: ReadableRow, { user, said }: OfUser): void {
  said.remember(user, { about, says, line })
}

function contradiction(
  { claim, earlier }: { readonly claim: Claim; readonly earlier: Saying },
  said: Said,
): readonly Problem[] {
  if (earlier === nothing || said.isSame(earlier, claim.says)) return none
  const line = said.lineOf(earlier)
  const particulars = { line, value: claim.says, earlier: said.textOf(earlier) }
  return [problem('contradicts-line', claim.field, particulars)]
}

function judgementOf(
  { position, line, values }: ReadableRow,
  {
    parts,
    notices,
    leader,
  }: Pick<Judgement, 'notices' | 'leader'> & { readonly parts: readonly Part<unknown>[] },
): Judgement {
  const effect = { row: values, parts }
  const state = isNeeded(parts) ? 'ready' : 'unchanged'
  return { position, line, state, problems: none, notices, leader, effect, isRepeat: false }
}

function isNeeded(parts: readonly Part<unknown>[]): boolean {
  for (const part of parts) if (part.needed) return true
  return false
}

// Most rows have none of either.
function both(left: readonly Notice[], right: readonly Notice[]): readonly Notice[] {
  if (left.length === 0) return right
  return right.length === 0 ? left : [...left, ...right]
}

type Place = Pick<ReadRecord, 'position' | 'line'>

function wrong({ position, line }: Place, problems: readonly Problem[]): Judgement {
  return { ...silent, position, line, state: 'error', problems, notices: none }
}

function aside({ position, line }: Place): Judgement {
  return { ...silent, position, line, state: 'unchanged', problems: none, notices: leftOut }
}

// Such a row says nothing that others are compared with, and has nothing to do.
const silent = { leader: null, effect: null, isRepeat: false } as const
const leftOut = [notice('left-out')]
const none: readonly never[] = []
