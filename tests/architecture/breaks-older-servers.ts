/** What a migration must not do while servers of the version before still use the database, and why not. */
const breaking: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/\bdrop (?:table|column|function|trigger|type|view|schema)\b/u, 'what is gone is still read'],
  [/\bdrop constraint\b/u, '“on conflict” may rest on it'],
  [/\brename\b/u, 'the old name is still used'],
  [/\balter column \S+ (?:set data )?type\b/u, 'it is still read and written as it was'],
  [/\balter column \S+ (?:set not null|drop default)\b/u, 'it is still left out'],
  [/\badd (?:constraint|check|unique|primary key|foreign key)\b/u, 'it is not heeded yet'],
  [
    /\badd column (?:if not exists )?\S+ (?:(?!\bdefault\b|\badd column\b|[,`;]).)*\bnot null\b(?!(?:(?!\badd column\b|[,`;]).)*\bdefault\b)/u,
    'it is left out',
  ],
]

/**
 * What of a migration's text would break servers of the version before, each with its reason; none: they can go on
 * beside it.
 * @param source of the migration, TypeScript with SQL in it
 */
export function breaksOlderServers(source: string): readonly string[] {
  const sql = source
    .replaceAll(/\/\*.*?\*\/|--[^\n]*|\/\/[^\n]*/gsu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .toLowerCase()
  return breaking.flatMap(([pattern, why]) => {
    const found = pattern.exec(sql)?.[0]
    return found === undefined ? [] : [`${found}: ${why}`]
  })
}
