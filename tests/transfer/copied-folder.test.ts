import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { workplaceWithCompany } from '../cli/support/roster.ts'
import { serve } from './support/serve-folder.ts'

const run = promisify(execFile)
const isRoot = process.getuid?.() === 0

test('a data folder that nobody serves is copied as it is, and its copy is served beside it', async () => {
  await using place = await workplaceWithCompany()
  const before = await serve(place, 'data')
  await before.end('SIGTERM')
  await run('cp', ['-a', 'data', 'copy'], { cwd: place.folder })

  const copy = await serve(place, 'copy')
  const original = await serve(place, 'data')
  for (const folder of ['copy', 'data']) {
    const listed = await place.roster(['users', 'list', '--data', folder])
    expect(listed).toMatchObject({ exit: 0, out: expect.stringContaining('admin@example.org') })
  }
  await Promise.all([copy.end('SIGTERM'), original.end('SIGTERM')])
}, 120_000)

// As tar without owners, scp and many backup programs bring it back.
test.skipIf(!isRoot)(
  'a copy whose files belong to root alone is served, too',
  async () => {
    await using place = await workplaceWithCompany()
    await run('cp', ['-r', 'data', 'copy'], { cwd: place.folder })
    await run('chown', ['-R', '0:0', 'copy'], { cwd: place.folder })
    await run('chmod', ['-R', 'go=', 'copy'], { cwd: place.folder })
    const copy = await serve(place, 'copy')
    const listed = await place.roster(['users', 'list', '--data', 'copy'])
    expect(listed).toMatchObject({ exit: 0, out: expect.stringContaining('admin@example.org') })
    await copy.end('SIGTERM')
  },
  120_000,
)
