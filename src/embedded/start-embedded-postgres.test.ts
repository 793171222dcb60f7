import { spawnSync } from 'node:child_process'
import { chmod, mkdir, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, copyFolder, makePlace, serverPid } from '../../tests/support/data-folder.ts'
import type { Place } from '../../tests/support/data-folder.ts'
import { startProgram } from '../../tests/support/start-program.ts'
import { serverUser } from './server-user.ts'

const isRoot = process.getuid?.() === 0
let place: Place

// Starting in a copy takes a tenth of the time of making a new database, and is a promise itself.
async function startCopy(name: string) {
  await copyFolder(path.join(place.folder, 'made'), path.join(place.folder, name))
  return await place.start(name)
}

async function modeOf(file: string): Promise<string> {
  return ((await stat(file)).mode & 0o777).toString(8)
}

beforeAll(async () => {
  place = await makePlace()
  const server = await place.start('made')
  await ask(server.connection, 'create table kept as select 42 as answer')
  await server.stop()
})
afterAll(async () => await place[Symbol.asyncDispose]())

describe('a database in the data folder', () => {
  test('keeps what was committed from one start to the next', async () => {
    const server = await startCopy('kept')
    expect(await ask(server.connection, 'select answer from kept')).toBe(42)
  })

  test('serves a pool, in Unicode and universal time', async () => {
    const server = await startCopy('pool')
    const pool = new Pool(server.connection)
    const { rows } = await pool.query(
      "select current_setting('server_encoding') as encoding, current_setting('timezone') as zone, current_setting('data_checksums') as checksums, 'ä' < 'z' as german",
    )
    await pool.end()
    expect(rows).toEqual([{ encoding: 'UTF8', zone: 'UTC', checksums: 'on', german: false }])
  })

  test('says nothing when all is as usual', async () => {
    expect(place.said).toEqual([])
  })

  test('stops once however often it is asked to, and tells that it did', async () => {
    const server = await startCopy('stopped')
    await Promise.all([server.stop(), server.stop()])
    await server.stop()
    expect(await server.exited).toEqual({ state: 'stopped' })
    await expect(ask(server.connection, 'select 1')).rejects.toThrow('ENOENT')
  })

  test('works in a folder too deep for a socket', async () => {
    const deep = path.join(...Array.from({ length: 12 }, () => 'a-rather-long-name'))
    await mkdir(path.join(place.folder, deep), { recursive: true })
    const server = await place.start(deep)
    expect(await ask(server.connection, 'select 1')).toBe(1)
    expect(await modeOf(server.connection.host)).toBe('700')

    process.kill(await serverPid(path.join(place.folder, deep)), 'SIGKILL')
    await server.exited
    const again = await place.start(deep)
    expect(again.connection).toEqual(server.connection)
    await again.stop()
    await expect(stat(server.connection.host)).rejects.toThrow('ENOENT')
  })

  test('keeps out of a temporary folder that somebody else made in its place', async () => {
    const deep = path.join(...Array.from({ length: 12 }, () => 'another-long-name'))
    await mkdir(path.join(place.folder, deep), { recursive: true })
    const server = await place.start(deep)
    const expected = server.connection.host
    await server.stop()
    await mkdir(expected, { mode: 0o777 })
    await chmod(expected, 0o777)
    const again = await place.start(deep)
    expect(again.connection.host).not.toBe(expected)
    expect(await ask(again.connection, 'select 1')).toBe(1)
    await rm(expected, { recursive: true })
  })

  test('gets a new password when the file with the old one is lost or another', async () => {
    const folder = path.join(place.folder, 'lost')
    await copyFolder(path.join(place.folder, 'made'), folder)
    for (const damage of [
      () => rm(path.join(folder, 'postgres-password')),
      () => writeFile(path.join(folder, 'postgres-password'), 'f'.repeat(64)),
    ]) {
      await damage()
      const server = await place.start('lost')
      expect(await ask(server.connection, 'select answer from kept')).toBe(42)
      await server.stop()
    }
  })

  test('begins its log anew when that has grown too big', async () => {
    await copyFolder(path.join(place.folder, 'made'), path.join(place.folder, 'long'))
    const log = path.join(place.folder, 'long', 'postgres.log')
    await writeFile(log, 'x'.repeat(6 * 1024 * 1024))
    const server = await place.start('long')
    await server.stop()
    expect((await stat(log)).size).toBeLessThan(100_000)
    expect((await stat(`${log}.1`)).size).toBe(6 * 1024 * 1024)
  })
})

describe('nobody else', () => {
  test('can read the password, enter the folder of the socket or connect over the network', async () => {
    const server = await startCopy('private')
    const folder = path.join(place.folder, 'private')
    expect(await modeOf(path.join(folder, 'postgres-password'))).toBe('600')
    expect(await modeOf(path.join(folder, 'postgres.log'))).toBe('600')
    expect(await modeOf(path.join(folder, 'postgres'))).toBe('700')
    expect(await modeOf(server.connection.host)).toBe('700')
    expect(await ask(server.connection, 'show listen_addresses')).toBe('')
  })

  test('can connect without the password', async () => {
    const server = await startCopy('password')
    await expect(ask({ ...server.connection, password: 'guessed' }, 'select 1')).rejects.toThrow(
      'password authentication failed',
    )
  })

  test.runIf(isRoot)('may list a folder that root made', async () => {
    await startCopy('listed')
    const listing = spawnSync('ls', [path.join(place.folder, 'listed')], {
      uid: 65_534,
      gid: 65_534,
    })
    expect(listing.status).not.toBe(0)
  })
})

describe('as another user', () => {
  test.runIf(isRoot)('root runs it as a user without privileges', async () => {
    const server = await startCopy('root')
    const user = await serverUser([])
    const pid = await serverPid(server.folder)
    expect((await stat(`/proc/${pid}`)).uid).toBe(user?.uid)
    expect((await stat(path.join(server.folder, 'postgres'))).uid).toBe(user?.uid)
  })

  test.runIf(isRoot)(
    'root is told where the database is when its user cannot reach the folder',
    async () => {
      await mkdir(path.join(place.folder, 'home'), { mode: 0o700 })
      const name = path.join('home', 'data')
      const before = place.said.length
      const server = await place.start(name)
      expect(server.folder).toMatch(/^\/var\/lib\/roster\/data-/u)
      expect(place.said.slice(before).join(' ')).toContain(server.folder)
      await ask(server.connection, 'create table kept as select 7 as answer')
      await server.stop()

      const again = await place.start(name)
      expect(await ask(again.connection, 'select answer from kept')).toBe(7)
      await again.stop()

      await copyFolder(path.join(place.folder, name), path.join(place.folder, 'home', 'copy'))
      await expect(place.start(path.join('home', 'copy'))).rejects.toMatchObject({
        code: 'database-elsewhere',
      })
      await rm(path.join(place.folder, name), { recursive: true })
      const moved = await place.start(path.join('home', 'copy'))
      expect(await ask(moved.connection, 'select answer from kept')).toBe(7)
    },
  )

  test.runIf(isRoot)('an ordinary user runs it, and root goes on with it', async () => {
    const folder = path.join(place.folder, 'ordinary', 'data')
    await mkdir(path.dirname(folder))
    spawnSync('chown', ['65534:65534', path.dirname(folder)])
    const program = await startProgram({ folder, uid: 65_534 })
    expect(program.said).toMatchObject({ heldBy: null, user: 65_534 })
    await program.end()
    expect(await modeOf(folder)).toBe('700')

    const asRoot = await place.start('ordinary/data')
    expect(await ask(asRoot.connection, 'select 1')).toBe(1)
    await asRoot.stop()
    const again = await startProgram({ folder, uid: 65_534 })
    expect(again.said.heldBy).toBe(null)
    await again.end()
  })

  test.runIf(isRoot)('somebody who may not write the folder is told so', async () => {
    const folder = path.join(place.folder, 'of-root')
    await mkdir(folder, { mode: 0o755 })
    await expect(startProgram({ folder, uid: 65_534 })).rejects.toThrow('cannot be written')
  })
})

describe('a folder that cannot be used is refused with its reason:', () => {
  test('a file', async () => {
    await writeFile(path.join(place.folder, 'file'), '')
    await expect(place.start('file')).rejects.toMatchObject({ code: 'not-a-folder' })
    await expect(place.start('file/data')).rejects.toMatchObject({ code: 'not-a-folder' })
  })

  test('one with somebody else’s files', async () => {
    await mkdir(path.join(place.folder, 'foreign'))
    await writeFile(path.join(place.folder, 'foreign', 'letter.txt'), 'Dear Ada')
    await expect(place.start('foreign')).rejects.toMatchObject({ code: 'foreign-folder' })
  })

  test('one of a newer PostgreSQL', async () => {
    await copyFolder(path.join(place.folder, 'made'), path.join(place.folder, 'newer'))
    await writeFile(path.join(place.folder, 'newer', 'postgres', 'PG_VERSION'), '19\n')
    await expect(place.start('newer')).rejects.toMatchObject({
      code: 'other-version',
      message: expect.stringContaining('newer version of Roster'),
    })
  })

  test('one of which parts are missing', async () => {
    await copyFolder(path.join(place.folder, 'made'), path.join(place.folder, 'partial'))
    await rm(path.join(place.folder, 'partial', 'postgres', 'global'), { recursive: true })
    await expect(place.start('partial')).rejects.toMatchObject({ code: 'damaged-folder' })
  })

  test('one whose files PostgreSQL does not accept', async () => {
    await copyFolder(path.join(place.folder, 'made'), path.join(place.folder, 'broken'))
    await writeFile(
      path.join(place.folder, 'broken', 'postgres', 'global', 'pg_control'),
      'nonsense',
    )
    await expect(place.start('broken')).rejects.toMatchObject({
      code: 'did-not-start',
      message: expect.stringContaining('postgres.log'),
    })
  })

  test('but an initialisation that was interrupted is begun anew', async () => {
    await mkdir(path.join(place.folder, 'half', 'postgres.new-abcd', 'cluster'), {
      recursive: true,
    })
    await writeFile(path.join(place.folder, 'half', 'roster.txt'), '')
    const server = await place.start('half')
    expect(await ask(server.connection, 'select 1')).toBe(1)
    expect((await readdir(path.join(place.folder, 'half'))).join(' ')).not.toContain('.new')
  })

  test('and a folder reached by a link is the folder itself', async () => {
    await copyFolder(path.join(place.folder, 'made'), path.join(place.folder, 'real'))
    await symlink(path.join(place.folder, 'real'), path.join(place.folder, 'link'))
    const server = await place.start('link')
    expect(server.folder).toBe(path.join(place.folder, 'real'))
  })
})

describe('a full disk', () => {
  test.runIf(isRoot && process.platform === 'linux')(
    'is named as the reason, and nothing is lost',
    async ({ skip }) => {
      const folder = path.join(place.folder, 'small')
      await mkdir(folder)
      if (
        spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=120m', 'roster-test', folder]).status !== 0
      ) {
        skip('This system lets nobody mount a small disk.')
      }
      try {
        await chmod(folder, 0o755)
        const filler = path.join(folder, 'lost+found')
        await writeFile(filler, Buffer.alloc(110 * 1024 * 1024))
        await expect(place.start('small')).rejects.toMatchObject({ code: 'no-space' })
        await rm(filler)
        const server = await place.start('small')
        await ask(server.connection, 'create table kept as select 9 as answer')
        await server.stop()
        spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k'])
        await expect(place.start('small')).rejects.toMatchObject({ code: 'no-space' })
        await rm(filler)
        const again = await place.start('small')
        expect(await ask(again.connection, 'select answer from kept')).toBe(9)
        await again.stop()
      } finally {
        spawnSync('umount', [folder])
      }
    },
  )
})
