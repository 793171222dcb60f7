import { sql, type RawBuilder } from 'kysely'

/**
 * Rules out most texts that do not contain what is searched for, in a third of the time that a look costs in which
 * upper and lower case of every script are the same: by the longest part of it that is one whatever the script.
 * @param text also JSON: what is written otherwise there is no such part
 */
export function mayContain(text: RawBuilder<unknown>, wanted: string): RawBuilder<boolean> {
  const parts = wanted.normalize('NFC').match(sameEverywhere) ?? []
  const longest = parts.reduce(
    (longest, part) => (part.length > longest.length ? part : longest),
    '',
  )
  if (longest === '') return sql`true`
  return sql`strpos(lower(${text} collate "C"), ${longest.toLowerCase()}) > 0`
}

// Printable ASCII. There are other characters of which i and k are the lower case (İ, the sign of kelvin); quotes and
// backslashes are escaped in JSON, and where a space is one text may end and another begin.
const sameEverywhere = /[!#-HJL-[\]-hjl-~]+/g
