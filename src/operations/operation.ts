import type { FieldName, FieldValues } from '../domain/field.ts'
import type { EffectName } from '../domain/effect.ts'
import type { EmailAddress } from '../domain/email.ts'
import type { Json } from '../domain/json.ts'
import type { Language, Localised } from '../domain/language.ts'
import type { Notice, Problem } from '../domain/problem.ts'
import type { Actor } from '../directory/actor.ts'
import type { Ask, Fact } from '../directory/fact.ts'

/** A row whose cells were read: the values of the operation's fields. */
export type Row<F extends FieldName = FieldName> = Pick<FieldValues, F>

/** What a row says of its user. Two rows of a batch that say different things contradict each other. */
export interface Claim {
  /** The id of the room in which it says it; null: wherever they are. */
  readonly about: string | null
  /** What it says; equal texts say the same. */
  readonly says: string
  /** Where a contradiction shows. */
  readonly field: FieldName
}

/** One thing that a row wants, beside what the directory has: a row with three rooms has three parts. */
export interface Part<Change> extends Claim {
  /** False: the directory already is as the row wants. */
  readonly needed: boolean
  /** As what it counts where it is needed; null: it changes nothing, and only mails once more. */
  readonly effect: EffectName | null
  readonly before: Json
  readonly after: Json
  /** Does it cause a mail? The parts of a row share one. */
  readonly mails: boolean
  /** What `apply` needs to know. */
  readonly change: Change
}

/** What the rules say of a row by itself. */
export type Verdict<Change> =
  | { readonly problems: readonly Problem[] }
  | {
      readonly parts: readonly Part<Change>[]
      /** What the row says beside its parts. */
      readonly claims?: readonly Claim[]
      readonly notices: readonly Notice[]
    }

/** What the rules may know beside the row and the directory. */
export interface Circumstances {
  readonly now: Date
  readonly actor: Actor
}

/** The batch within whose transaction something is applied. */
export interface Act extends Ask {
  readonly batchId: string
  /** On whose behalf. */
  readonly actor: Actor
  readonly now: Date
  /** Of the people who are invited. */
  readonly language: Language
}

/** A row that is applied: its parts are those that no earlier row of the batch has said. */
export interface Effect<R, Change> {
  readonly row: R
  readonly parts: readonly Part<Change>[]
}

/** Everything that an operation says about itself. All its fields are required. */
export interface Definition<F extends FieldName, Answers, Change> {
  /** Its name in addresses and on the command line. */
  readonly name: string
  readonly label: Localised
  /** What a row does, in a sentence. */
  readonly summary: Localised
  /** In the positional order of a source without a header. */
  readonly fields: readonly F[]
  /** Rows of cells, in positional order; each verifies cleanly where its users and rooms exist. */
  readonly examples: readonly (readonly string[])[]
  /** It deletes users: a large batch must be confirmed by their number. */
  readonly deletesUsers?: boolean
  /** What the rules ask of the directory, once per chunk. */
  readonly facts: { readonly [K in keyof Answers]: Fact<Row<F>, Answers[K]> }
  /** The rules: pure, the same at verification and at execution. */
  readonly verify: (row: Row<F>, answers: Answers, circumstances: Circumstances) => Verdict<Change>
  /** Set-based: one statement per table. All rows of a user come in one call. */
  readonly apply: (act: Act, effects: readonly Effect<Row<F>, Change>[]) => Promise<void>
}

/** A row of whatever operation; every operation has an address. */
export type AnyRow = Partial<FieldValues> & { readonly email: EmailAddress }

/** Says what the rules say of a row by itself. */
export type Judge = (row: AnyRow) => Verdict<unknown>

/** An operation as the stages see it: its fields, facts and changes are its own affair. */
export interface Operation extends Omit<
  Definition<FieldName, never, unknown>,
  'facts' | 'verify' | 'apply'
> {
  /** Asks the directory for all rows, one set-based look-up per fact; what it gives judges each of them by itself. */
  judge(ask: Ask, circumstances: Circumstances, rows: readonly AnyRow[]): Promise<Judge>
  apply(act: Act, effects: readonly Effect<AnyRow, unknown>[]): Promise<void>
}

/** Checks a definition's types against each other, and hides them from the stages. */
export function defineOperation<F extends FieldName, Answers, Change>(
  definition: Definition<F, Answers, Change>,
): Operation {
  const { facts, verify, apply, ...description } = definition
  return {
    ...description,
    async judge(ask, circumstances, rows) {
      const answersTo = await answer(facts, ask, rows as unknown as readonly Row<F>[])
      return (row) => {
        const own = row as unknown as Row<F>
        return verify(own, answersTo(own), circumstances)
      }
    },
    // What `judge` gave out comes back: rows of these fields, changes of this type.
    apply: (act, effects) => apply(act, effects as unknown as readonly Effect<Row<F>, Change>[]),
  }
}

async function answer<R, Answers>(
  facts: { readonly [K in keyof Answers]: Fact<R, Answers[K]> },
  ask: Ask,
  rows: readonly R[],
): Promise<(row: R) => Answers> {
  const asked: [keyof Answers, (row: R) => Answers[keyof Answers]][] = []
  // One after the other: they share one connection.
  for (const name of Object.keys(facts) as (keyof Answers)[]) {
    asked.push([name, await facts[name](ask, rows)])
  }
  return (row) => {
    const answers: Partial<Answers> = {}
    for (const [name, answerTo] of asked) answers[name] = answerTo(row)
    return answers as Answers
  }
}
