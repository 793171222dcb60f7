/** The texts of an area in both languages. Plurals: two keys, ending in `_one` and `_other`. */
export function words<const English extends Texts>(both: {
  readonly en: English
  readonly de: SameKeys<English>
}): typeof both {
  return both
}

interface Texts {
  readonly [key: string]: string | Texts
}

type SameKeys<English extends Texts> = {
  readonly [Key in keyof English]: English[Key] extends Texts ? SameKeys<English[Key]> : string
}
