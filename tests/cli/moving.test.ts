import { expect, it } from 'vitest'
import { workplaceWithCompany } from './support/roster.ts'

it('a folder that is served is exported, and imported into an empty one with its key', async () => {
  await using place = await workplaceWithCompany()
  const server = place.start(['serve'], { env: { ROSTER_PORT: '0' } })
  await server.says('Roster is at')
  const written = await place.roster(['export', 'all.zip'])
  expect(written).toMatchObject({ exit: 0 })
  const again = await place.roster(['export', 'all.zip'])
  expect(again).toMatchObject({ exit: 2, err: expect.stringContaining('--force') })
  const used = await place.roster(['import', 'all.zip'])
  expect(used.exit).not.toBe(0)
  server.signal('SIGTERM')
  await server.ended

  const whole = await place.roster(['import', 'all.zip', '--check', '--json'])
  expect(whole).toMatchObject({ exit: 0 })
  expect(JSON.parse(whole.out)).not.toHaveProperty('key')
  const imported = await place.roster(['import', 'all.zip', '--data', 'other'])
  expect(imported).toMatchObject({ exit: 0 })
  const listed = await place.roster(['users', 'list', '--data', 'other'])
  expect(listed).toMatchObject({ exit: 0, out: expect.stringContaining('admin@example.org') })
}, 120_000)
