/** A point in time as an input for local date and time has it: to the minute, in the zone of whoever looks. */
export function toLocalTime(at: string | null): string {
  if (at === null) return ''
  const date = new Date(at)
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** The point in time that was entered so; null for an empty or unfinished one. */
export function fromLocalTime(text: string): string | null {
  const date = new Date(text)
  return text === '' || Number.isNaN(date.getTime()) ? null : date.toISOString()
}

function two(part: number): string {
  return String(part).padStart(2, '0')
}
