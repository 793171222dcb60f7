/** So many bytes as a person says it, such as “1.2 MB”, in this language. */
export function formatBytes(bytes: number, language: string): string {
  const unit = units.findLast(({ from }) => bytes >= from) ?? units[0]
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: unit.name,
    // “74 bytes”, but “12 kB”.
    unitDisplay: unit.name === 'byte' ? 'long' : 'short',
    maximumFractionDigits: bytes / unit.from < 10 && unit.from > 1 ? 1 : 0,
  }).format(bytes / unit.from)
}

const units = [
  { name: 'byte', from: 1 },
  { name: 'kilobyte', from: 1e3 },
  { name: 'megabyte', from: 1e6 },
  { name: 'gigabyte', from: 1e9 },
] as const
