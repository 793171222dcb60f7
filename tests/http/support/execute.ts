import { expect, vi } from 'vitest'
import type { z } from 'zod'
import { batch } from '../../../src/http/contract/batch.ts'
import { read } from './read.ts'
import { json, type TestServer } from './start-server.ts'

/** Brings the text, executes it and waits for its end. */
export async function executed(
  here: TestServer,
  operation: string,
  text: string,
  confirm: object = {},
): Promise<z.output<typeof batch>> {
  const drafted = await read(await here.ask('/batches', json('POST', { operation, text })), batch)
  const path = `/batches/${drafted.batch}`
  const { digest } = await read(await here.ask(`${path}/verification`, { method: 'POST' }), batch)
  await read(await here.ask(`${path}/execution`, json('POST', { digest, confirm })), batch)
  return await vi.waitFor(async () => {
    const shown = await read(await here.ask(path), batch)
    expect(shown.state).toBe('done')
    return shown
  })
}
