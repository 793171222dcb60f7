import { median } from './measure.ts'
import type { Reading } from './promises/promise.ts'

/** The rounds as one: each figure is the median of its rounds, with what the last of them told. */
export function medians(rounds: readonly (readonly Reading[])[]): readonly Reading[] {
  const all = rounds.flat()
  const last = new Map(all.map((reading) => [reading.what, reading]))
  return [...last.values()].map((reading) => {
    const values = all.filter(({ what }) => what === reading.what).map(({ value }) => value)
    const [least, most] = [Math.min(...values), Math.max(...values)]
    if (values.length === 1) return reading
    const spread = `${least.toFixed(2)} to ${most.toFixed(2)} in ${values.length} rounds`
    const detail = reading.detail === undefined ? spread : `${spread}; ${reading.detail}`
    return { ...reading, value: median(values), detail }
  })
}
