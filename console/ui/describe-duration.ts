/** How long something takes, in the two largest units that matter: “3 min 5 sec”. */
export function describeDuration(seconds: number, language: string): string {
  const [large, small] = partsOf(seconds)
  const said = [large, small].filter((part) => part !== undefined && part.value > 0)
  const shown = said.length > 0 ? said : [large]
  return shown.map((part) => part && inWords(part, language)).join(' ')
}

interface Part {
  readonly value: number
  readonly unit: 'second' | 'minute' | 'hour'
}

function partsOf(seconds: number): readonly [Part, Part?] {
  // Below ten seconds a tenth is worth telling.
  if (seconds < 10) return [{ value: Math.round(seconds * 10) / 10, unit: 'second' }]
  const whole = Math.round(seconds)
  if (whole < 60) return [{ value: whole, unit: 'second' }]
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) {
    return [
      { value: minutes, unit: 'minute' },
      { value: whole % 60, unit: 'second' },
    ]
  }
  return [
    { value: Math.floor(minutes / 60), unit: 'hour' },
    { value: minutes % 60, unit: 'minute' },
  ]
}

function inWords({ value, unit }: Part, language: string): string {
  return value.toLocaleString(language, { style: 'unit', unit, unitDisplay: 'short' })
}
