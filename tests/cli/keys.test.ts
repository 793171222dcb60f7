import { expect, it } from 'vitest'
import type { CreatedKey, Key } from '../../src/http/contract/key.ts'
import { workplace } from './support/roster.ts'

it('keys are made with limits, listed and deleted', async () => {
  await using place = await workplace()
  await place.roster(['init', '--company', 'Example', '--admin', 'admin@example.org'])
  // Who finds a server asks it, instead of starting one for each command.
  const server = place.start(['serve'], { env: { ROSTER_PORT: '0' } })
  await server.says('Ctrl-C stops it.')
  const limits = ['--permission', 'list-all-users', 'create-a-room', '--expires', '2999-01-31']
  const { document: made } = await place.json<CreatedKey>([
    'keys',
    'create',
    '--name',
    'dashboard',
    ...limits,
  ])
  expect(made.key).toMatch(/^roster_[\w-]{64}$/u)

  const { document: keys } = await place.json<readonly Key[]>(['keys', 'list'])
  expect(keys).toMatchObject([
    { name: 'first key', permissions: null, expiresAt: null },
    {
      id: made.id,
      permissions: ['list-all-users', 'create-a-room'],
      // Its last day is over where the command runs.
      expiresAt: new Date(2999, 1, 1).toISOString(),
    },
  ])
  const shown = await place.roster(['keys'])
  expect(shown.out).toContain('dashboard')
  expect(shown.out).toContain('List all users, Create a room')
  expect(shown.out).toContain('all that its user may')

  expect(await place.roster(['keys', 'delete', made.id])).toMatchObject({ exit: 0 })
  expect((await place.json<readonly Key[]>(['keys', 'list'])).document).toHaveLength(1)
  const again = await place.roster(['keys', 'delete', made.id])
  expect(again.exit).toBe(2)
  expect(again.err).toContain('There is no such API key of yours.')
  server.signal('SIGTERM')
  await server.ended
}, 90_000)

it('a date or a permission that is none is refused before anything is done', async () => {
  await using place = await workplace()
  for (const flags of [
    ['--expires', 'tomorrow'],
    ['--expires', '2027-02-31'],
    ['--permission', 'everything'],
  ]) {
    const ended = await place.roster(['keys', 'create', '--name', 'x', ...flags])
    expect([ended.exit, ended.err]).toEqual([2, expect.stringContaining(flags[1] ?? '')])
  }
}, 90_000)
