import { isDeepStrictEqual } from 'node:util'
import { open } from '../../../src/ingest/testing/read-source.ts'
import { wordsOf } from '../words-of.ts'
import { textSeeds } from '../seeds.ts'
import type { Target } from '../target.ts'

/** Any bytes as a file, and as pasted text: read, or refused in words, and the same whatever pieces they come in. */
export const text: Target = {
  name: 'text',
  seeds: textSeeds,
  async run(input) {
    for (const kind of ['file', 'text'] as const) {
      const whole = await outcome(input, { kind })
      const inPieces = await outcome(input, { kind, pieces: 7 })
      if (!isDeepStrictEqual(whole, inPieces))
        throw new Error('It matters in which pieces it comes.')
    }
  },
}

async function outcome(input: Uint8Array, reading: Parameters<typeof open>[1]): Promise<unknown> {
  try {
    const table = await open(input, reading)
    const rows = (await Array.fromAsync(table.chunks)).flat()
    return { rows, ...table.source }
  } catch (error) {
    return wordsOf(error)
  }
}
