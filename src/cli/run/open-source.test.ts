import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../../config/config.ts'
import { listenForInterrupts } from '../interrupt.ts'
import { sentencesIn } from '../sentences.ts'
import { openTerminal } from '../terminal.ts'
import { openSource } from './open-source.ts'

const { stdin, stdout, stderr } = process
const context = {
  terminal: openTerminal({ stdin, stdout, stderr, env: {} }),
  words: sentencesIn('en'),
  config: readConfig({}),
  interrupt: listenForInterrupts('interrupted'),
}

test('a file that is changed while it is read is refused', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'roster-source-'))
  try {
    const file = path.join(folder, 'people.csv')
    await writeFile(file, 'ada@example.org\n')
    const source = await openSource(file, context)
    const reading = async () => {
      for await (const _ of source.read()) await appendFile(file, 'alan@example.org\n')
    }
    await expect(reading()).rejects.toMatchObject({
      exit: 2,
      message: expect.stringContaining('was changed while it was read'),
    })
  } finally {
    await rm(folder, { recursive: true })
  }
})

test.runIf(process.platform === 'linux')('what cannot be read says why', async () => {
  // It can be opened, but nothing is mapped at its beginning.
  const source = await openSource('/proc/self/mem', context)
  const reading = async () => {
    for await (const _ of source.read());
  }
  await expect(reading()).rejects.toMatchObject({
    exit: 2,
    message: 'The file /proc/self/mem cannot be read: i/o error.',
  })
})
