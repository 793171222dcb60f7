import type { TFunction } from 'i18next'
import type { Row } from '../../../src/http/contract/batch.ts'

type Change = Row['changes'][number]
type Json = Change['before']
type Fields = Readonly<Record<string, Json>>

/** In which words, and how days are written. */
export interface Words {
  readonly t: TFunction<['grid', 'frame']>
  readonly language: string
}

/**
 * What changes do, in words, whatever operation they come from: “Participant → Moderator in room 1”, “New: invited”,
 * “Deleted: …”.
 * @param said the row's own cells: what stands there need not be said again
 */
export function changesInWords(
  changes: readonly Change[],
  said: readonly string[],
  words: Words,
): readonly string[] {
  const parts = changes.flatMap(partsOf)
  const come = parts.flatMap((part) =>
    part.before === null && part.after !== null ? [valueInWords('', part.after, said, words)] : [],
  )
  const gone = parts.flatMap((part) =>
    part.after === null && part.before !== null ? [part.before] : [],
  )
  const changed = parts.flatMap(({ before, after }) =>
    isFields(before) && isFields(after) ? [difference(before, after, words)] : [],
  )
  return [
    ...(come.length > 0 ? [words.t('change.new', { what: joined(come) })] : []),
    ...changed,
    ...(gone.length > 0 ? [goneInWords(gone, said, words)] : []),
  ]
}

/** Of lists, what is in one of them only: each comes or goes by itself. */
function partsOf({ before, after }: Change): readonly Change[] {
  if (!Array.isArray(before) && !Array.isArray(after)) return [{ before, after }]
  const [was, is] = [listOf(before), listOf(after)]
  const gone = was.filter((one) => !is.some((other) => isSame(one, other)))
  const come = is.filter((one) => !was.some((other) => isSame(one, other)))
  return [
    ...gone.map((one) => ({ before: one, after: null })),
    ...come.map((one) => ({ before: null, after: one })),
  ]
}

/** What belongs to a room is removed from it; what does not is deleted. */
function goneInWords(gone: readonly Json[], said: readonly string[], words: Words): string {
  const what = joined(gone.map((one) => valueInWords('', one, said, words)))
  if (gone.every((one) => isFields(one) && 'room' in one)) return words.t('change.gone', { what })
  return what === '' ? words.t('change.deletedOnly') : words.t('change.deleted', { what })
}

function difference(before: Fields, after: Fields, words: Words): string {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = names.filter((name) => !isSame(before[name], after[name]))
  if (changed.length === 0) return words.t('change.same', { what: allOf(after, [], words) })
  const what = changed
    .map((name) => {
      const fromTo = words.t('change.fromTo', {
        before: valueInWords(name, before[name] ?? null, [], words),
        after: valueInWords(name, after[name] ?? null, [], words),
      })
      // Of a role everybody sees that it is one.
      return name === 'role'
        ? fromTo
        : words.t('change.named', { name: nameInWords(name, words), what: fromTo })
    })
    .join(', ')
  return inRoom(what, after, words)
}

/** All that is worth saying of something: its role or names first, the room last. */
function allOf(fields: Fields, said: readonly string[], words: Words): string {
  const texts = Object.entries(fields)
    .filter(([name]) => name !== 'room' && !unsaid.has(name))
    .filter(([name, value]) => !isFreeText(name) || !said.some((cell) => cell === value))
    .map(([name, value]) => valueInWords(name, value, said, words))
  return inRoom(joined(texts), fields, words)
}

function inRoom(what: string, { room }: Fields, words: Words): string {
  if (typeof room !== 'string') return what
  return what === '' ? room : words.t('change.inRoom', { what, room })
}

function valueInWords(name: string, value: Json, said: readonly string[], words: Words): string {
  if (value === null) return words.t('change.nothing')
  if (Array.isArray(value)) return joined(value.map((one) => valueInWords(name, one, said, words)))
  if (isFields(value)) return allOf(value, said, words)
  if (name === 'role')
    return words.t(`frame:roles.${value as 'Admin'}`, { defaultValue: String(value) })
  if (name === 'status') {
    return words.t(`change.status.${value as 'active'}`, { defaultValue: String(value) })
  }
  return dayInWords(value, words) ?? String(value)
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(', ')
}

function nameInWords(name: string, words: Words): string {
  return words.t(`change.names.${name as 'name'}`, { defaultValue: name })
}

function dayInWords(value: Json, { language }: Words): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT/u.test(value)) return undefined
  const when = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
  })
  return when.format(new Date(value))
}

/** What a person does not miss where something comes or goes. */
const unsaid: ReadonlySet<string> = new Set(['language', 'invitedAt', 'permissions'])

function isFreeText(name: string): boolean {
  return name !== 'role' && name !== 'status'
}

function isFields(value: Json): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : value === null ? [] : [value]
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
