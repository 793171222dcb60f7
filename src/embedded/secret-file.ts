import { randomBytes } from 'node:crypto'
import { chmod, readFile } from 'node:fs/promises'
import { errorCode } from './error-code.ts'
import { createPrivateFile } from './write-private-file.ts'

/** The secret that a file (0600) keeps: 32 random bytes in hexadecimal, made on first use. Who asks at the same instant gets the same. */
export async function secretFile(file: string): Promise<string> {
  const known = await read(file)
  if (known !== null) return known
  const value = randomBytes(32).toString('hex')
  return (await createPrivateFile(file, `${value}\n`)) ? value : await secretFile(file)
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
