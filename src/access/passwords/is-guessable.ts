/** Whose password it is to be: what others know of them is tried first. */
export interface PasswordOwner {
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly company: string
}

/**
 * Would somebody who tries the likeliest passwords first come to this one soon? Either it is a common one (as it
 * stands, varied, or a pattern of the keyboard or the calendar), or little is left of it without the owner's own words
 * and the name of the program.
 */
export async function isGuessable(password: string, owner: PasswordOwner): Promise<boolean> {
  const words = wordsOf(owner)
  if (isMadeOf(words, password)) return true
  const { check } = await (estimator ??= loadEstimator())
  return check(password.slice(0, examined), [...words]) < leastScore
}

// A score of 2 stands for a million guesses and more: with the growing delay, a life's work.
const leastScore = 2
// What comes behind can only make it better, and the time, which nobody else is answered in, grows with the length.
const examined = 64
// How many ways to read signs as letters are tried: with 100, as the library has it, somebody who writes nothing but
// such signs keeps the server busy for 140 ms; with 10 for 25, and 2 of 213 words that were disguised so get through.
const disguises = 10

/** Where fewer characters than this are left beside the owner's words, they are what it is made of. */
const leastOfOnesOwn = 6
const shortestWord = 3

// What stands at the top of the page where somebody chooses a password comes to many a mind.
const product = 'Roster'

function wordsOf({ email, firstName, lastName, company }: PasswordOwner): readonly string[] {
  const parts = [email, firstName, lastName, company, product].flatMap((text) => [
    fold(text),
    ...fold(text).split(/[^\p{L}\p{N}]+/u),
  ])
  const words = new Set(parts.filter((part) => part.length >= shortestWord))
  return [...words].toSorted((a, b) => b.length - a.length)
}

function isMadeOf(words: readonly string[], password: string): boolean {
  const whole = fold(password)
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), whole)
  return rest.length < whole.length && rest.length < leastOfOnesOwn
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

interface Estimator {
  /** @returns from 0 (among the very first) to 4 */
  readonly check: (password: string, words: string[]) => number
}

let estimator: Promise<Estimator> | undefined

// Only when somebody first chooses a password: the dictionary takes 50 ms to load, and as many megabytes.
async function loadEstimator(): Promise<Estimator> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const zxcvbn = new ZxcvbnFactory({
    dictionary,
    graphs: adjacencyGraphs,
    l33tMaxSubstitutions: disguises,
  })
  return { check: (password, words) => zxcvbn.check(password, words).score }
}
