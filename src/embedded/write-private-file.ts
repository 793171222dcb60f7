import { randomUUID } from 'node:crypto'
import { chown, link, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { errorCode } from './error-code.ts'

/** Writes a file (0600) as a whole or not at all, replacing what was there. */
export async function writePrivateFile(file: string, content: string): Promise<void> {
  const draft = await writeDraft(file, content)
  try {
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** As `writePrivateFile`, but never replaces: answers whether the file was made now. */
export async function createPrivateFile(file: string, content: string): Promise<boolean> {
  const draft = await writeDraft(file, content)
  try {
    await link(draft, file)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function writeDraft(file: string, content: string): Promise<string> {
  const draft = `${file}.${randomUUID()}`
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  } finally {
    await handle.close()
  }
  await giveToOwner(draft, path.dirname(file))
  return draft
}

// Whoever owns the folder must be able to read it later without being root.
async function giveToOwner(file: string, folder: string): Promise<void> {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = await stat(folder)
  if (uid !== 0) await chown(file, uid, gid)
}
