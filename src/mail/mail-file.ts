import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Mail } from './mail.ts'

/**
 * The name of the file that shows a mail: when, to whom, and the end of its id, so that a person finds
 * it. Only letters, digits and a few signs, so it stays inside its folder on every system.
 */
export function mailFileName({ createdAt, recipient, id }: Named): string {
  const time = createdAt.toISOString().replace(/\.\d+/, '').replaceAll(':', '-')
  const address = recipient.replaceAll(/[^\p{L}\p{N}@._+-]/gu, '_')
  return `${time}-${Array.from(address).slice(0, longestAddress).join('')}-${id.slice(-8)}.eml`
}

type Named = Pick<Mail, 'createdAt' | 'recipient' | 'id'>

// 50 characters of four bytes and the rest stay under the 255 bytes that file systems allow.
const longestAddress = 50

/** Makes the folder, readable by its owner only: the mails in it carry links that let people in. */
export async function makeMailFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
}

/**
 * Writes a file whole or not at all; the same mail again replaces it. It is not forced to the disk: the
 * outbox is what lasts, and waiting for the disk costs more than everything else.
 */
export async function writeMailFile(folder: string, name: string, bytes: Buffer): Promise<void> {
  const draft = path.join(folder, `.${name}.part`)
  await writeFile(draft, bytes, { mode: 0o600 })
  await rename(draft, path.join(folder, name))
}

/** Removes the file of a mail; gone already is gone. */
export async function removeMailFile(folder: string, name: string): Promise<void> {
  await rm(path.join(folder, name), { force: true })
}
