/** What happened in a round, with times: printed where the round fails. */
export interface Journal {
  readonly events: readonly string[]
  /** Milliseconds since the round began. */
  now(): number
  note(what: string): void
  /** Counts something for the figures. */
  count(what: Counted, times?: number): void
  readonly counts: Readonly<Record<Counted, number>>
}

/** What the figures of all rounds tell. */
export const counted = [
  'servers killed',
  'servers ended',
  'database kills',
  'connections cut',
  'servers hung',
  'mail server kills',
  'clock jumps',
  'stops by people',
  'edits by others',
  'double starts',
  'disks filled',
  'rows',
  'batches',
  'mails',
] as const

export type Counted = (typeof counted)[number]

/** An empty journal, whose time begins now. */
export function openJournal(): Journal {
  const begin = performance.now()
  const events: string[] = []
  const counts = Object.fromEntries(counted.map((what) => [what, 0])) as Record<Counted, number>
  const now = () => Math.round(performance.now() - begin)
  const note = (what: string) => {
    events.push(`${(now() / 1_000).toFixed(3).padStart(9)}  ${what}`)
  }
  return {
    events,
    counts,
    now,
    note,
    count(what, times = 1) {
      counts[what] += times
    },
  }
}
