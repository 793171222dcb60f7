import { execFile, spawnSync } from 'node:child_process'
import { mkdir, open, rm, statfs } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { ServerUser } from '../../../src/embedded/server-user.ts'

const run = promisify(execFile)

/** A disk that can be filled to the last byte, and emptied again. */
export interface SmallDisk {
  readonly folder: string
  fill(): Promise<void>
  empty(): Promise<void>
  unmount(): void
}

/** Only who may mount can have one. */
export const canMount = process.platform === 'linux' && process.getuid?.() === 0

/** Mounts a disk in memory, for the database's user. */
export async function mountSmallDisk(folder: string, user: ServerUser | null): Promise<SmallDisk> {
  const disk = path.join(folder, 'disk')
  await mkdir(disk)
  const owner = `uid=${user?.uid ?? 0},gid=${user?.gid ?? 0},mode=0755`
  await run('mount', ['-t', 'tmpfs', '-o', `size=220m,${owner}`, 'tmpfs', disk])
  // Whoever interrupts a round is not left with its disk.
  const unmount = () => spawnSync('umount', ['--lazy', disk])
  process.once('exit', unmount)
  const filler = path.join(disk, 'filler')
  return {
    folder: disk,
    async fill() {
      const file = await open(filler, 'w')
      try {
        const { bavail, bsize } = await statfs(disk)
        const block = Buffer.alloc(1 << 16)
        for (let left = bavail * bsize; left > 0; left -= block.length) await file.write(block)
      } catch {
        // That was the last byte.
      } finally {
        await file.close()
      }
    },
    empty: () => rm(filler, { force: true }),
    unmount() {
      process.removeListener('exit', unmount)
      unmount()
    },
  }
}
