import { realpathSync } from 'node:fs'
import path from 'node:path'
import type { GlobalFlags } from './context.ts'

/** How to call this program again from this folder, for the same data and as the same person. */
export function commandHere({ data, company, as }: GlobalFlags): string {
  const flags = Object.entries({ data: data && path.resolve(data), company, as })
  const said = flags.flatMap(([name, value]) => (value ? [`--${name}`, shellQuoted(value)] : []))
  return [programHere(process.argv[1] ?? '', process.env['PATH'] ?? ''), ...said].join(' ')
}

/** Text as one word of a shell. */
export function shellQuoted(text: string): string {
  return /^[\w./@:-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}

function programHere(called: string, searched: string): string {
  const program = realPath(called)
  const isFound = searched
    .split(path.delimiter)
    .some((folder) => folder !== '' && realPath(path.join(folder, 'roster')) === program)
  if (called === '' || isFound) return 'roster'
  const near = path.relative(process.cwd(), called)
  return shellQuoted(near.startsWith('..') ? called : near)
}

function realPath(file: string): string | null {
  try {
    return realpathSync(file)
  } catch {
    return null
  }
}
