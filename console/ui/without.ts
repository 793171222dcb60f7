/** The same, but for what has these names: how something is taken out of an address. */
export function without<Thing extends object, Name extends keyof Thing>(
  thing: Thing,
  ...names: readonly Name[]
): Omit<Thing, Name> {
  const left = Object.entries(thing).filter(([name]) => !names.includes(name as Name))
  return Object.fromEntries(left) as Omit<Thing, Name>
}
