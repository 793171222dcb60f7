import { describe, expect, test } from 'vitest'
import { findings } from './corpus.ts'
import { randomFrom, mutate } from './mutate.ts'
import { mostBytes, type Target } from './target.ts'
import { targets } from './targets/index.ts'

describe.each(targets)('$name', (target) => {
  test('what the fuzzer once found is answered', async () => {
    expect(await wrong(target, await findings(target.name))).toEqual([])
  })

  test('some inputs that are made now are answered, too', async () => {
    const known = (await target.seeds()).filter(({ length }) => length <= mostBytes)
    const random = randomFrom(Math.trunc(Math.random() * 2 ** 31))
    const made = Array.from({ length: 40 }, () =>
      mutate(known[random(known.length)] ?? Buffer.of(), known, random),
    )
    expect(await wrong(target, made)).toEqual([])
  })
})

/** The inputs that are answered neither with a result nor with a problem in words; those of bytes in base64. */
async function wrong(target: Target, inputs: readonly Uint8Array[]): Promise<readonly object[]> {
  const found: object[] = []
  for (const input of inputs) {
    await target.run(input).catch((error: unknown) => {
      found.push({ error, input: Buffer.from(input).toString('base64') })
    })
  }
  return found
}
