import { textArena } from './text-arena.ts'

/**
 * What the rows so far have said of each user: later ones are compared with it. It lies beside the heap, in a hundred
 * bytes for a user. As objects it took half a kilobyte, at which the garbage collector looked again and again.
 */
export interface Said {
  /**
   * The user with the key of an address.
   * @param position of the row that speaks of them; the first such row leads the others
   */
  readonly userOf: (key: string, position: number) => User
  /** The position of the user's first row. */
  readonly leaderOf: (user: User) => number
  /** What was said of the user in a room, or wherever they are; `nothing` where nothing was. */
  readonly recall: (user: User, about: string | null) => Saying
  /** Keeps what a row says about something of which nothing was said before. */
  readonly remember: (user: User, claim: NewClaim) => void
  readonly lineOf: (saying: Saying) => number
  readonly isSame: (saying: Saying, says: string) => boolean
  readonly textOf: (saying: Saying) => string
}

declare const kind: unique symbol
/** A user of whom some row speaks. */
export type User = number & { readonly [kind]: 'user' }
/** What some row said. */
export type Saying = number & { readonly [kind]: 'saying' }

export const nothing = 0 as Saying

interface NewClaim {
  /** The id of a room; null: wherever the user is. */
  readonly about: string | null
  readonly says: string
  readonly line: number
}

// An entry of a user is the first row's position, the last saying, and the key; that of a saying is the one before it
// of the same user, what it is about, its line, and its text, or the number of a frequent one.
const user = { leader: 0, last: 1, key: 2 }
const saying = { before: 0, about: 1, line: 2, text: 3 }

// Most users have one row. An index for each of a million would be most of the memory.
const mostToLookThrough = 16

/** @param rows so many speak at most */
export function startSaid(rows: number): Said {
  const arena = textArena()
  const users = new Uint32Array(2 ** Math.ceil(Math.log2(2 + rows * 1.5)))
  const abouts = new Map<string, number>()
  const frequent = frequentTexts()
  const talkedAbout = new Map<User, Map<number, Saying>>()

  const numberOf = (about: string | null) => (about === null ? 0 : (abouts.get(about) ?? -1))
  const lastOf = (of: User) => arena.get(of + user.last) as Saying

  return {
    userOf(key, position) {
      const fresh = arena.draft(user.key, key) as User
      const mask = users.length - 1
      let slot = arena.hash(fresh + user.key) & mask
      for (; users[slot] !== 0; slot = (slot + 1) & mask) {
        const known = users[slot] as User
        if (arena.areEqual(known + user.key, fresh + user.key)) return known
      }
      arena.keep()
      arena.set(fresh + user.leader, position)
      users[slot] = fresh
      return fresh
    },
    leaderOf: (of) => arena.get(of + user.leader),
    recall(of, about) {
      const number = numberOf(about)
      const index = talkedAbout.get(of)
      if (index !== undefined) return index.get(number) ?? nothing
      let found = lastOf(of)
      let looked = 0
      while (found !== nothing && arena.get(found + saying.about) !== number) {
        found = arena.get(found + saying.before) as Saying
        looked++
      }
      if (looked > mostToLookThrough) talkedAbout.set(of, indexOf(of))
      return found
    },
    remember(of, { about, says, line }) {
      if (about !== null && !abouts.has(about)) abouts.set(about, abouts.size + 1)
      const number = numberOf(about)
      // Of rooms the same few roles are said; of users, names.
      const known = about === null ? undefined : frequent.numberOf(says)
      const added = arena.draft(
        known === undefined ? 3 : 4,
        known === undefined ? says : null,
      ) as Saying
      arena.keep()
      arena.set(added + saying.before, lastOf(of))
      arena.set(added + saying.about, number)
      arena.set(added + saying.line, line)
      if (known !== undefined) arena.set(added + saying.text, known)
      arena.set(of + user.last, added)
      talkedAbout.get(of)?.set(number, added)
    },
    lineOf: (said) => arena.get(said + saying.line),
    isSame(said, says) {
      const known = frequent.textOf(arena.get(said + saying.text))
      if (known !== undefined) return known === says
      return arena.areEqual(said + saying.text, arena.draft(0, says))
    },
    textOf: (said) =>
      frequent.textOf(arena.get(said + saying.text)) ?? arena.read(said + saying.text),
  }

  function indexOf(of: User): Map<number, Saying> {
    const index = new Map<number, Saying>()
    for (let said = lastOf(of); said !== nothing;) {
      index.set(arena.get(said + saying.about), said)
      said = arena.get(said + saying.before) as Saying
    }
    return index
  }
}

interface FrequentTexts {
  /** Beyond all headers of texts; undefined where there are too many texts to number another. */
  readonly numberOf: (text: string) => number | undefined
  readonly textOf: (number: number) => string | undefined
}

const mostFrequent = 64
const firstNumber = 2 ** 31

function frequentTexts(): FrequentTexts {
  const numbers = new Map<string, number>()
  const texts: string[] = []
  return {
    numberOf(text) {
      const known = numbers.get(text)
      if (known !== undefined || texts.length === mostFrequent) return known
      numbers.set(text, firstNumber + texts.length)
      return firstNumber + texts.push(text) - 1
    },
    textOf: (number) => (number < firstNumber ? undefined : texts[number - firstNumber]),
  }
}
