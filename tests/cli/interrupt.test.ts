import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { Batch } from '../../src/http/contract/batch.ts'
import { workplaceWithCompany } from './support/roster.ts'
import type { RunDocument, Workplace } from './support/roster.ts'

// A few chunks, so that there is a next one at which to stop.
const count = 40_000

async function manyPeople(place: Workplace): Promise<string> {
  const file = path.join(place.folder, 'many.csv')
  const lines = Array.from({ length: count }, (_, row) => `user${row}@example.org,First,Last\n`)
  await writeFile(file, lines.join(''))
  return file
}

it('Ctrl-C stops at the next chunk, says how to go on, and resume does every row once', async () => {
  await using place = await workplaceWithCompany()
  const file = await manyPeople(place)

  const running = place.start(['run', 'invite-users', file, '--yes', '--json'])
  await running.says('40,000 ready')
  running.signal('SIGINT')
  const stopped = await running.ended
  expect(stopped.exit).toBe(130)
  const { batch, state, totals }: Batch = JSON.parse(stopped.out)
  expect(state).toBe('stopped')
  expect(totals.ready).toBeGreaterThan(0)
  expect(totals.ready + totals.done).toBe(count)
  // What is printed can be pasted.
  const command = /Go on with: (?<command>.*)/u.exec(stopped.err)?.groups?.['command'] ?? ''
  const shown = spawnSync('sh', ['-c', `${command.replace('resume', 'show')} --json`], {
    cwd: place.folder,
    encoding: 'utf8',
  })
  expect(JSON.parse(shown.stdout)).toMatchObject({ batch, state: 'stopped' })

  const resuming = place.start(['batches', 'resume', batch, '--json'])
  await resuming.says('Done.')
  // What is left to do is the delivery of the mails.
  resuming.signal('SIGINT')
  const resumed = await resuming.ended
  expect(resumed.exit).toBe(0)
  const document: RunDocument = JSON.parse(resumed.out)
  expect(document.totals).toMatchObject({ done: count, ready: 0, failed: 0, mails: count })

  // Nobody who only wants to know waits for mails that others have left.
  const shownAgain = await place.roster(['batches', 'show', batch])
  expect(shownAgain).toMatchObject({ exit: 0, err: '' })
}, 180_000)

it('Ctrl-C before the execution executes nothing and says so', async () => {
  await using place = await workplaceWithCompany()
  const file = await manyPeople(place)

  const running = place.start(['run', 'invite-users', file, '--yes'])
  await running.says('many.csv')
  running.signal('SIGINT')
  const { exit, err } = await running.ended
  expect(err).toContain('Nothing was executed.')
  expect(exit).toBe(130)
  const { document } = await place.json<readonly unknown[]>(['users', 'list'])
  expect(document).toHaveLength(1)
}, 120_000)

it('a run goes on when the process whose server it uses ends', async () => {
  await using place = await workplaceWithCompany()
  const file = await manyPeople(place)
  const server = place.start(['serve'], { env: { ROSTER_PORT: '0' } })
  await server.says('http://localhost:')

  const running = place.start(['run', 'invite-users', file, '--yes', '--json'])
  await running.says('40,000 ready')
  server.signal('SIGTERM')
  expect((await server.ended).exit).toBe(0)
  await running.says('Done.')
  running.signal('SIGINT')
  const { exit, out } = await running.ended
  expect(exit).toBe(0)
  const document: RunDocument = JSON.parse(out)
  expect(document.totals).toMatchObject({ done: count, failed: 0, mails: count })
}, 180_000)
