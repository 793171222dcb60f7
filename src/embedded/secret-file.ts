import { randomBytes } from 'node:crypto'
import { chmod, readFile } from 'node:fs/promises'
import { errorCode } from './error-code.ts'
import { createPrivateFile } from './write-private-file.ts'

/** A secret, and whether it was made just now. */
export interface Secret {
  readonly value: string
  readonly made: boolean
}

/** The secret that a file (0600) keeps: 32 random bytes in hexadecimal, made on first use. Who asks at the same instant gets the same. */
export async function secretFile(file: string): Promise<Secret> {
  const known = await read(file)
  if (known !== null) return { value: known, made: false }
  const value = randomBytes(32).toString('hex')
  const made = await createPrivateFile(file, `${value}\n`)
  return made ? { value, made } : await secretFile(file)
}

async function read(file: string): Promise<string | null> {
  try {
    const value = (await readFile(file, 'utf8')).trim()
    // Copying may have widened the mode.
    await chmod(file, 0o600)
    return value
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}
