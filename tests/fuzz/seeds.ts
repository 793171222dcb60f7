import { readdir, readFile } from 'node:fs/promises'
import iconv from 'iconv-lite'
import { fileCases } from '../files/cases/index.ts'
import type { CaseSource } from '../files/file-case.ts'

/** The texts of the fixtures and of the catalogue. */
export async function textSeeds(): Promise<readonly Uint8Array[]> {
  const cases = fileCases.flatMap(({ cases }) => cases.flatMap(({ source }) => textOf(source)))
  return [...(await fixtures(/\.(csv|txt)$/u)), ...cases]
}

/** The fixtures whose names are like that. */
export async function fixtures(name: RegExp): Promise<readonly Uint8Array[]> {
  const names = await readdir(folder)
  return await Promise.all(
    names.filter((file) => name.test(file)).map((file) => readFile(new URL(file, folder))),
  )
}

const folder = new URL('../fixtures/', import.meta.url)

function textOf(source: CaseSource): readonly Uint8Array[] {
  if ('bytes' in source) return []
  if ('pasted' in source) return [Buffer.from(source.pasted)]
  return [iconv.encode(source.text, source.encoding ?? 'utf-8')]
}
