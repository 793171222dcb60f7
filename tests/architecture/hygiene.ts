import type { Source } from './sources.ts'

/** What is asked of package.json here. */
export type Manifest = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>

const DEPENDENCIES = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides']
const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/

// The brackets keep this file from finding itself.
const NOTE_TO_SELF = /\b(?:TO[D]O|FIX[M]E|X[X]X)\b/
const LEFT_OUT = /\b(?:test|it|describe|suite|bench)(?:\.\w+)*\.(?:only|skip|todo)\b/

/** The dependencies of package.json that are not pinned to one version. */
export function looseVersions(manifest: Manifest): readonly string[] {
  return DEPENDENCIES.flatMap((kind) => Object.entries(manifest[kind] ?? {}))
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `${name}@${version}`)
}

/** The lines that put off work which belongs to the change itself. */
export function notesToSelf(sources: readonly Source[]): readonly string[] {
  return linesThat(sources, NOTE_TO_SELF)
}

/** The lines by which a test, or all others, do not run. */
export function testsLeftOut(sources: readonly Source[]): readonly string[] {
  return linesThat(sources, LEFT_OUT)
}

function linesThat(sources: readonly Source[], pattern: RegExp) {
  return sources.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [],
      ),
  )
}
