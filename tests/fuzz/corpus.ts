import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'

/** The inputs that earlier runs kept for a target. */
export function keptInputs(target: string): Promise<readonly Uint8Array[]> {
  return inputsIn(new URL(`corpus/${target}/`, import.meta.url))
}

/** Keeps an input for later runs, and gives it back. */
export async function keepInput(target: string, input: Uint8Array): Promise<Uint8Array> {
  await write(new URL(`corpus/${target}/`, import.meta.url), input)
  return input
}

/** The inputs that once were answered wrongly; a test tries them again each time. */
export function findings(target: string): Promise<readonly Uint8Array[]> {
  return inputsIn(new URL(`findings/${target}/`, import.meta.url))
}

/** Writes down an input that was answered wrongly, and gives the file’s path. */
export function writeFinding(target: string, input: Uint8Array): Promise<URL> {
  return write(new URL(`findings/${target}/`, import.meta.url), input)
}

async function inputsIn(folder: URL): Promise<readonly Uint8Array[]> {
  // Nothing was ever kept: there is no folder.
  const names = await readdir(folder).catch(() => [])
  return await Promise.all(names.map((name) => readFile(new URL(name, folder))))
}

async function write(folder: URL, input: Uint8Array): Promise<URL> {
  await mkdir(folder, { recursive: true })
  const file = new URL(createHash('sha256').update(input).digest('hex').slice(0, 16), folder)
  await writeFile(file, input)
  return file
}
