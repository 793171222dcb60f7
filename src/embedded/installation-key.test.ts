import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installationKey } from './installation-key.ts'

let place: string
beforeAll(async () => {
  place = await mkdtemp(path.join(tmpdir(), 'roster-keys-'))
})
afterAll(async () => await rm(place, { recursive: true, force: true }))

test('a data folder has one key, of 32 bytes, that only its owner can read', async () => {
  const folder = path.join(place, 'one')
  const key = await installationKey(folder)
  expect(key).toMatch(/^[0-9a-f]{64}$/u)
  expect(await installationKey(folder)).toBe(key)
  expect((await stat(path.join(folder, 'installation-key'))).mode & 0o777).toBe(0o600)
  expect(await installationKey(path.join(place, 'other'))).not.toBe(key)
})

test('who asks for the first time in the same instant gets the same key', async () => {
  const keys = await Promise.all(
    Array.from({ length: 20 }, () => installationKey(path.join(place, 'race'))),
  )
  expect(new Set(keys).size).toBe(1)
})

test('a damaged key is never replaced silently', async () => {
  const folder = path.join(place, 'damaged')
  await installationKey(folder)
  await writeFile(path.join(folder, 'installation-key'), 'half of a k')
  await expect(installationKey(folder)).rejects.toMatchObject({
    code: 'damaged-folder',
    message: expect.stringContaining('backup'),
  })
})
