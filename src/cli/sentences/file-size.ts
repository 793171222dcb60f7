import type { Language } from '../../domain/language.ts'

/** A file's size as people read it, in the unit that suits it: `27 kB`, `1.4 MB`. */
export function fileSize(bytes: number, language: Language): string {
  const [unit = 'byte', factor = 1] = units.find(([, least]) => bytes >= least) ?? []
  const format = { style: 'unit', unit, maximumSignificantDigits: 2 } as const
  // Of hundreds every digit counts.
  const digits = bytes / factor >= 100 ? { maximumSignificantDigits: 3 } : {}
  return new Intl.NumberFormat(language, { ...format, ...digits }).format(bytes / factor)
}

const units = [
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
] as const
