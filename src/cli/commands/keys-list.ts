import { permissions } from '../../domain/permission.ts'
import type { Key } from '../../http/contract/key.ts'
import { withClient, type Context, type Task } from '../context.ts'
import { exitCodes } from '../failure.ts'
import { moment } from '../show/moment.ts'
import { plain } from '../show/plain.ts'
import { table } from '../show/table.ts'
import { writeDocument } from '../show/write-document.ts'

/** Prints the keys of whoever acts. */
export const listKeys: Task = (context) =>
  withClient(context, async (client) => {
    const { terminal, words } = context
    const keys = await client.keys()
    if (await writeDocument(context, keys)) return exitCodes.fine
    if (keys.length === 0) {
      terminal.say(words.nothing(words.keys))
      return exitCodes.fine
    }
    const { key, name, may, created, lastUsed, expires } = words.columns
    const head = [key, name, may, created, lastUsed, expires]
    await terminal.write(`${table({ head, rows: keys.map((key) => cells(key, context)) })}\n`)
    return exitCodes.fine
  })

function cells(key: Key, { words, language }: Context): readonly string[] {
  const momentOrNever = (at: string | null) => (at === null ? words.never : moment(at, language))
  const may =
    key.permissions === null
      ? words.allPermissions
      : key.permissions.map((each) => permissions[each].label[language]).join(', ') || words.none
  const { id, name, createdAt, lastUsedAt, expiresAt } = key
  return [
    id,
    plain(name),
    may,
    moment(createdAt, language),
    momentOrNever(lastUsedAt),
    momentOrNever(expiresAt),
  ]
}
