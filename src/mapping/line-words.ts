/** A comment (`# exported …`, `// …`, the type line of PowerShell), or the version of a template (`version:v1.0`). */
export function isRemark(cell: string): boolean {
  return /^(?:#+|\/\/)\s*[^\s#\d]/u.test(cell) || /^version\s*:\s*v?\d/iu.test(cell)
}

/** Says something about the list: `Stand: 01.03.2026`, `Participants, summer 2026`. */
export function isNote(cell: string): boolean {
  return /[:：]|(?<!\d)(?:19|20)\d\d(?!\d)/u.test(cell)
}

/** An address behind words that say whose it is: `Questions to: office@example.org`. */
export function tellsAddress(cell: string): boolean {
  return /^(?!mailto:)\p{L}[^@:<>]{0,60}:\s+\S+@\S+$/iu.test(cell)
}

/** An example of a template, as Microsoft Entra writes it: `Example: Chris Green`. */
export function isExample(cell: string): boolean {
  return /^(?:examples?|beispiele?|exemples?|esempio|ejemplos?)\s*[:：]/iu.test(cell)
}

/** A word or some, and no address with a slip in it. */
export function isWord(cell: string): boolean {
  return /\p{L}/u.test(cell) && !/[@.,;\p{N}]/u.test(cell)
}
