import { expect, it } from 'vitest'
import { workplaceWithCompany } from './support/roster.ts'
import type { Running, Workplace } from './support/roster.ts'

function serve(place: Workplace): Running {
  return place.start(['serve'], { env: { ROSTER_PORT: '0' } })
}

it('of two servers that start on a folder at once, one serves, and the other says where', async () => {
  await using place = await workplaceWithCompany()
  const servers = [serve(place), serve(place)]
  const [loser] = await Promise.race(
    servers.map(async (server) => [server, await server.ended] as const),
  )
  const winner = servers.find((server) => server !== loser)
  await winner?.says('Roster is at http://localhost:')
  const [url] = /http:\/\/localhost:\d+/u.exec(winner?.out() ?? '') ?? []
  expect(await loser.ended).toMatchObject({
    exit: 1,
    err: expect.stringContaining(`already served at ${url?.replace('localhost', '127.0.0.1')}`),
  })
  winner?.signal('SIGTERM')
  expect((await winner?.ended)?.exit).toBe(0)
}, 120_000)

it('a command that is called while a server starts, serves or ends is answered', async () => {
  await using place = await workplaceWithCompany()
  const server = serve(place)
  const early = place.roster(['users', 'list'])
  await Promise.race([server.says('Roster is at'), server.ended])
  const meanwhile = place.roster(['users', 'list'])
  expect([await early, await meanwhile]).toMatchObject([{ exit: 0 }, { exit: 0 }])
  server.signal('SIGTERM')
  const late = await place.roster(['users', 'list'])
  expect(late).toMatchObject({ exit: 0, out: expect.stringContaining('admin@example.org') })
  await server.ended
}, 120_000)

it('a server that starts while another one ends waits for the folder; one that was killed leaves it', async () => {
  await using place = await workplaceWithCompany()
  const first = serve(place)
  await first.says('Roster is at')
  first.signal('SIGTERM')
  const second = serve(place)
  await second.says('Roster is at')
  expect((await first.ended).exit).toBe(0)

  // Its database lives on, and the next server takes it up.
  second.signal('SIGKILL')
  await second.ended
  const third = serve(place)
  await third.says('Roster is at')
  const { exit, out } = await place.roster(['users', 'list'])
  expect([exit, out]).toEqual([0, expect.stringContaining('admin@example.org')])
  third.signal('SIGTERM')
  expect((await third.ended).exit).toBe(0)
}, 120_000)
