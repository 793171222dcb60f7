import { mostBytes } from './target.ts'

/**
 * Memory that the fuzzing thread and its watch share: the input that is being tried, so that it is known even
 * when the thread hangs or dies of it.
 */
export interface Desk {
  readonly memory: SharedArrayBuffer
  lay(target: number, input: Uint8Array): void
  /** Changes whenever an input is laid. */
  count(): number
  taken(): { readonly target: number; readonly input: Uint8Array }
}

export function openDesk(memory = new SharedArrayBuffer(head + mostBytes)): Desk {
  const [count, target, length] = [0, 1, 2]
  const facts = new Int32Array(memory, 0, 3)
  const bytes = new Uint8Array(memory, head)
  return {
    memory,
    lay(number, input) {
      bytes.set(input)
      Atomics.store(facts, target, number)
      Atomics.store(facts, length, input.length)
      Atomics.add(facts, count, 1)
    },
    count: () => Atomics.load(facts, count),
    taken: () => ({
      target: Atomics.load(facts, target),
      input: bytes.slice(0, Atomics.load(facts, length)),
    }),
  }
}

const head = 16
