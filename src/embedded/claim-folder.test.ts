import { mkdir, mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyFolder } from '../../tests/support/data-folder.ts'
import { startProgram } from '../../tests/support/start-program.ts'
import { claimFolder } from './claim-folder.ts'
import type { FolderClaim, FolderHeld } from './claim-folder.ts'

let place: string
beforeAll(async () => {
  place = await mkdtemp(path.join(tmpdir(), 'roster-claims-'))
})
afterAll(async () => await rm(place, { recursive: true, force: true }))

function won(claim: FolderClaim | FolderHeld): FolderClaim {
  if (claim.heldBy !== null) throw new Error(`The folder is held by ${claim.heldBy.pid}.`)
  return claim
}

async function claimFiles(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((entry) => entry.startsWith('claim-'))
}

test('whoever asks while a folder is served learns by whom, and where, until it is released', async () => {
  const folder = path.join(place, 'published')
  const claim = won(await claimFolder(folder))
  expect(await claimFolder(folder)).toEqual({ heldBy: { pid: process.pid, address: null } })

  const address = { url: 'http://localhost:8080', key: 'a key' }
  await claim.publish(address)
  expect(await claimFolder(folder)).toEqual({ heldBy: { pid: process.pid, address } })
  const [file = ''] = await claimFiles(folder)
  expect((await stat(path.join(folder, file))).mode & 0o777).toBe(0o600)

  await claim.release()
  expect(await claimFiles(folder)).toEqual([])
  await won(await claimFolder(folder)).release()
})

test('of many who ask in the same instant exactly one gets the folder', async () => {
  for (let round = 0; round < 10; round++) {
    const folder = path.join(place, `race-${round}`)
    const claims = await Promise.all(Array.from({ length: 8 }, () => claimFolder(folder)))
    const winners = claims.filter(({ heldBy }) => heldBy === null)
    expect(winners).toHaveLength(1)
    expect(await claimFiles(folder)).toHaveLength(1)
  }
})

test('of many processes that start in the same instant exactly one gets the folder', async () => {
  const folder = path.join(place, 'processes')
  const programs = await Promise.all(
    Array.from({ length: 5 }, () => startProgram({ folder, ask: 'claim' })),
  )
  const winners = programs.filter(({ said }) => said.heldBy === null)
  expect(winners).toHaveLength(1)
  for (const { said } of programs) expect([undefined, winners[0]?.pid]).toContain(said.heldBy?.pid)
  await Promise.all(programs.map((program) => program.end()))
})

test('the claim of a killed process is none', async () => {
  const folder = path.join(place, 'killed')
  const program = await startProgram({ folder, ask: 'claim' })
  expect(await claimFolder(folder)).toMatchObject({ heldBy: { pid: program.pid } })
  await program.kill()
  won(await claimFolder(folder))
  expect(await claimFiles(folder)).toHaveLength(1)
})

test('a claim is not copied with its folder', async () => {
  const folder = path.join(place, 'original')
  won(await claimFolder(folder))
  await copyFolder(folder, path.join(place, 'copy'))
  won(await claimFolder(path.join(place, 'copy')))
  expect(await claimFolder(folder)).toMatchObject({ heldBy: { pid: process.pid } })
})

test('a pid that another process has since the machine was started again is not believed', async () => {
  const folder = path.join(place, 'restarted')
  const [, file] = await foreignClaim(folder, { boot: 'an earlier one' })
  const longAgo = new Date(Date.now() - 60_000)
  await utimes(file, longAgo, longAgo)
  expect(await claimFolder(folder)).toMatchObject({ heldBy: null })
})

test('a process in another container holds the folder as long as its claim beats', async () => {
  const folder = path.join(place, 'container')
  const [pid, file] = await foreignClaim(folder, { space: 'pid:[1]' })
  const beating = setInterval(() => {
    utimes(file, new Date(), new Date()).catch(() => {})
  }, 200)
  expect(await claimFolder(folder)).toMatchObject({ heldBy: { pid } })
  clearInterval(beating)
  won(await claimFolder(folder))
})

test('a claim that a power failure cut short is none', async () => {
  const folder = path.join(place, 'cut')
  await won(await claimFolder(folder)).release()
  await writeFile(path.join(folder, 'claim-abcdef.json'), '')
  expect(await claimFolder(folder)).toMatchObject({ heldBy: null })
})

// As a process left or holds it that this one cannot see.
async function foreignClaim(folder: string, differs: object): Promise<[number, string]> {
  await mkdir(folder)
  const own = won(await claimFolder(folder))
  const [name = ''] = await claimFiles(folder)
  const record = JSON.parse(await readFile(path.join(folder, name), 'utf8'))
  await own.release()
  const file = path.join(folder, 'claim-abcdef.json')
  await writeFile(file, JSON.stringify({ ...record, ...differs }))
  return [record.pid, file]
}
