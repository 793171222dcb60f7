import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of the project: its path from the root, with slashes, and its text. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** The project's folder, with a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Reads the files that match the patterns, in the order of their paths.
 */
export function sources(...patterns: readonly string[]): readonly Source[] {
  return globSync([...patterns], { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** All code that we write. */
export function allCode(): readonly Source[] {
  return sources('{src,console,tests,bench,bin,scripts}/**/*.{ts,tsx,js,css,sql,html}', '*.{ts,js}')
}
