import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, copyFolder, makePlace, serverPid } from '../../tests/support/data-folder.ts'
import type { Place } from '../../tests/support/data-folder.ts'
import { programFile, startProgram } from '../../tests/support/start-program.ts'
import type { RunningProgram } from '../../tests/support/start-program.ts'
import type { Connection } from './connect.ts'
import { startOf } from './process-identity.ts'
import { serverUser } from './server-user.ts'

let place: Place

beforeAll(async () => {
  place = await makePlace()
  const server = await place.start('made')
  await ask(server.connection, 'create table kept as select 1 as answer')
  await server.stop()
})
afterAll(async () => await place[Symbol.asyncDispose]())

async function newFolder(name: string): Promise<string> {
  const folder = path.join(place.folder, name)
  await copyFolder(path.join(place.folder, 'made'), folder)
  return folder
}

function connectionOf(program: RunningProgram): Connection {
  const { connection } = program.said
  if (connection === null) throw new Error('The program started no database.')
  return connection
}

async function hasEnded(pid: number): Promise<void> {
  await expect.poll(() => startOf(pid), { interval: 10, timeout: 10_000 }).toBe(null)
}

describe('after a kill of', () => {
  test('the program, its database is taken up again as it is', async () => {
    const folder = await newFolder('adopted')
    const program = await startProgram({ folder })
    await ask(connectionOf(program), 'create table written as select 3 as answer')
    const pid = await serverPid(folder)
    await program.kill()

    const server = await place.start('adopted')
    expect(await serverPid(folder)).toBe(pid)
    expect(await ask(server.connection, 'select answer from written')).toBe(3)
    await server.stop()
    expect(await server.exited).toEqual({ state: 'stopped' })
    expect(startOf(pid)).toBe(null)
  })

  test('the program, while its database is ending, the next start waits for that', async () => {
    const folder = await newFolder('ending')
    const program = await startProgram({ folder })
    const pid = await serverPid(folder)
    const session = new Client(connectionOf(program))
    session.on('error', () => {})
    await session.connect()
    await program.kill()
    // A smart shutdown ends with the last session.
    process.kill(pid, 'SIGTERM')

    const starting = place.start('ending')
    await session.end()
    const server = await starting
    expect(await serverPid(folder)).not.toBe(pid)
    expect(await ask(server.connection, 'select answer from kept')).toBe(1)
  })

  test('the program while it makes its first database, the next start makes it', async () => {
    const folder = path.join(place.folder, 'first')
    const starting = spawn(process.execPath, [programFile, folder])
    const ended = new Promise((resolve) => {
      starting.once('close', resolve)
    })
    await expect
      .poll(async () => (await readdir(folder).catch(() => [])).join(' '), {
        interval: 5,
        timeout: 20_000,
      })
      .toContain('postgres.new-')
    starting.kill('SIGKILL')
    await ended

    const server = await place.start('first')
    expect(await ask(server.connection, 'select 1')).toBe(1)
  })

  test('the program and its database, everything committed is there', async () => {
    const folder = await newFolder('both')
    const program = await startProgram({ folder })
    await ask(connectionOf(program), 'create table written as select 3 as answer')
    await program.kill()
    process.kill(await serverPid(folder), 'SIGKILL')

    const server = await place.start('both')
    expect(await ask(server.connection, 'select answer from written')).toBe(3)
  })

  test('the database alone, the program is told and can start it again', async () => {
    const folder = await newFolder('told')
    const server = await place.start('told')
    process.kill(await serverPid(folder), 'SIGKILL')
    expect(await server.exited).toMatchObject({
      state: 'died',
      reason: expect.stringContaining('SIGKILL'),
    })

    const again = await place.start('told')
    expect(await ask(again.connection, 'select answer from kept')).toBe(1)
    await server.stop()
    expect(await ask(again.connection, 'select answer from kept')).toBe(1)
  })

  test('an adopted database, the program is told, too', async () => {
    const folder = await newFolder('told-later')
    const program = await startProgram({ folder })
    await program.kill()
    const server = await place.start('told-later')
    process.kill(await serverPid(folder), 'SIGKILL')
    expect(await server.exited).toMatchObject({ state: 'died' })
  })

  test('a database that is in the middle of a statement, that is ended before the next one starts', async () => {
    const folder = await newFolder('busy')
    const server = await place.start('busy')
    const busy = ask(server.connection, 'select count(*) from generate_series(1, 1e12)').catch(
      () => 'ended',
    )
    await expect
      .poll(() =>
        ask(
          server.connection,
          "select count(*)::int from pg_stat_activity where state = 'active' and query like '%1e12%' and pid <> pg_backend_pid()",
        ),
      )
      .toBe(1)
    process.kill(await serverPid(folder), 'SIGKILL')

    const again = await place.start('busy')
    expect(await busy).toBe('ended')
    expect(await ask(again.connection, 'select answer from kept')).toBe(1)
  })
})

// The server's own user, since PostgreSQL takes only that one's processes for itself.
async function asServerUser(): Promise<{ uid?: number; gid?: number }> {
  const user = await serverUser([])
  return user === null ? {} : { uid: user.uid, gid: user.gid }
}

async function leavePid(folder: string, pid: number): Promise<void> {
  const program = await startProgram({ folder })
  const server = await serverPid(folder)
  await program.kill()
  process.kill(server, 'SIGKILL')
  await hasEnded(server)
  const pidFile = path.join(folder, 'postgres', 'postmaster.pid')
  const lines = (await readFile(pidFile, 'utf8')).split('\n')
  await writeFile(
    path.join(folder, 'postgres', 'postmaster.pid'),
    [pid, ...lines.slice(1)].join('\n'),
  )
}

describe('a pid file that was left behind', () => {
  test('does not matter when another process has its pid now', async () => {
    const folder = await newFolder('reused')
    const other = spawn('sleep', ['60'], await asServerUser())
    try {
      await leavePid(folder, other.pid ?? 0)
      const server = await place.start('reused')
      expect(await ask(server.connection, 'select answer from kept')).toBe(1)
      expect(other.exitCode).toBe(null)
    } finally {
      other.kill()
    }
  })

  test.runIf(process.platform === 'linux')('does not matter when it names a zombie', async () => {
    const folder = await newFolder('zombie')
    const parent = spawn('sh', ['-c', 'sleep 0 & exec sleep 60'], await asServerUser())
    try {
      const children = `/proc/${parent.pid}/task/${parent.pid}/children`
      await expect.poll(() => readFileSync(children, 'utf8').trim()).toMatch(/^\d+$/u)
      const zombie = Number(readFileSync(children, 'utf8'))
      await expect.poll(() => readFileSync(`/proc/${zombie}/stat`, 'utf8')).toContain(') Z ')
      await leavePid(folder, zombie)
      const server = await place.start('zombie')
      expect(await ask(server.connection, 'select answer from kept')).toBe(1)
    } finally {
      parent.kill()
    }
  })

  test('does not matter when it is empty', async () => {
    const folder = await newFolder('empty')
    await writeFile(path.join(folder, 'postgres', 'postmaster.pid'), '')
    const server = await place.start('empty')
    expect(await ask(server.connection, 'select answer from kept')).toBe(1)
  })
})

describe('a copy of the folder', () => {
  test('starts on its own while the original serves, and neither notices the other', async () => {
    const folder = await newFolder('original')
    const original = await startProgram({ folder })
    const pid = await serverPid(folder)
    await ask(connectionOf(original), 'checkpoint')
    for (const [name, option] of [
      ['copied', '-r'],
      ['archived', '-a'],
    ] as const) {
      expect(spawnSync('cp', [option, folder, path.join(place.folder, name)]).status).toBe(0)
      const copy = await startProgram({ folder: path.join(place.folder, name) })
      expect(copy.said.heldBy).toBe(null)
      await ask(connectionOf(copy), 'update kept set answer = 2')
      expect(await ask(connectionOf(original), 'select answer from kept')).toBe(1)
      expect(await serverPid(folder)).toBe(pid)
      await copy.end()
      expect(await ask(connectionOf(original), 'select answer from kept')).toBe(1)
    }
    await original.end()
  })
})
