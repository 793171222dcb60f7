import type { TFunction } from 'i18next'
import type { Row } from '../../../src/http/contract/batch.ts'

type Change = Row['changes'][number]
type Json = Change['before']
type Fields = Readonly<Record<string, Json>>
type Words = TFunction<['grid', 'frame']>

/**
 * What a change does, in words, whatever operation it comes from: “Participant → Moderator in room 1”,
 * “New: invited”, “Deleted: …”.
 * @param said the row's own cells: what stands there need not be said again
 */
export function changeInWords(
  { before, after }: Change,
  said: readonly string[],
  t: Words,
): string {
  if (Array.isArray(before) || Array.isArray(after))
    return listChange(listOf(before), listOf(after), t)
  if (!isFields(before) && !isFields(after)) return t('change.nothing')
  if (!isFields(before)) return t('change.new', { what: allOf(after as Fields, said, t) })
  if (!isFields(after)) return goneInWords(before, said, t)
  return difference(before, after, t)
}

function listChange(before: readonly Json[], after: readonly Json[], t: Words): string {
  const texts = (list: readonly Json[]) => list.map((one) => valueInWords('', one, t))
  const [was, is] = [texts(before), texts(after)]
  const gone = was.filter((one) => !is.includes(one))
  const come = is.filter((one) => !was.includes(one))
  return [
    ...(gone.length > 0 ? [t('change.gone', { what: gone.join(', ') })] : []),
    ...(come.length > 0 ? [t('change.new', { what: come.join(', ') })] : []),
  ].join(' · ')
}

function goneInWords(before: Fields, said: readonly string[], t: Words): string {
  const what = allOf(before, said, t)
  if ('room' in before) return t('change.gone', { what })
  return what === '' ? t('change.deletedOnly') : t('change.deleted', { what })
}

function difference(before: Fields, after: Fields, t: Words): string {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = names.filter((name) => !isSame(before[name], after[name]))
  if (changed.length === 0) return t('change.same', { what: allOf(after, [], t) })
  const what = changed
    .map((name) => {
      const fromTo = t('change.fromTo', {
        before: valueInWords(name, before[name] ?? null, t),
        after: valueInWords(name, after[name] ?? null, t),
      })
      // Of a role everybody sees that it is one.
      return name === 'role'
        ? fromTo
        : t('change.named', { name: nameInWords(name, t), what: fromTo })
    })
    .join(', ')
  return inRoom(what, after, t)
}

/** All that is worth saying of something: its role or names first, the room last. */
function allOf(fields: Fields, said: readonly string[], t: Words): string {
  const what = Object.entries(fields)
    .filter(([name]) => name !== 'room' && !unsaid.has(name))
    .filter(([name, value]) => !isFreeText(name) || !said.some((cell) => cell === value))
    .map(([name, value]) => valueInWords(name, value, t))
    .filter((text) => text !== '')
    .join(', ')
  return inRoom(what, fields, t)
}

function inRoom(what: string, { room }: Fields, t: Words): string {
  if (typeof room !== 'string') return what
  return what === '' ? room : t('change.inRoom', { what, room })
}

function valueInWords(name: string, value: Json, t: Words): string {
  if (value === null) return t('change.nothing')
  if (Array.isArray(value)) return value.map((one) => valueInWords(name, one, t)).join(', ')
  if (isFields(value)) return allOf(value, [], t)
  if (name === 'role') return t(`frame:roles.${value as 'Admin'}`, { defaultValue: String(value) })
  if (name === 'status') {
    return t(`change.status.${value as 'active'}`, { defaultValue: String(value) })
  }
  return dayInWords(value) ?? String(value)
}

function nameInWords(name: string, t: Words): string {
  return t(`change.names.${name as 'name'}`, { defaultValue: name })
}

function dayInWords(value: Json): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT/u.test(value)) return undefined
  const when = new Intl.DateTimeFormat(document.documentElement.lang || 'en', {
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
