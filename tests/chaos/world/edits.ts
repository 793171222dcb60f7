import { ask } from '../stage/ask.ts'
import type { Stage } from '../stage/open-stage.ts'
import type { Random } from '../random.ts'
import type { Company } from './found-company.ts'
import type { Meanwhile } from './play-batch.ts'
import { addMails, deleteUser, guestKey, type WorldRow } from './world.ts'

/** What somebody else does to the directory: asked of the API, and applied to the world once it is certain. */
interface Edit {
  readonly what: string
  /** Rows that it may make fail. */
  readonly touches: (row: WorldRow) => boolean
  /** @returns what it has changed; null where it was refused */
  readonly act: () => Promise<(() => void) | null>
}

/**
 * Edits the directory while a batch is executed. A row that is done was done before an edit of the same thing, for
 * one that finds something else than its plan fails: so the edits are applied after the rows.
 */
export async function editMeanwhile(
  stage: Stage,
  company: Company,
  { random, rows }: { readonly random: Random; readonly rows: readonly WorldRow[] },
): Promise<Meanwhile> {
  const edits = random.shuffled(await possibleEdits(stage, company, random)).slice(0, 6)
  const changes: (() => void)[] = []
  for (const edit of edits) {
    stage.journal.count('edits by others')
    stage.journal.note(`${company.name}: ${edit.what}`)
    const change = await edit.act()
    if (change === null) stage.journal.note(`${company.name}: refused`)
    else changes.push(change)
  }
  // A row that fails changes how the others of the same person are compared.
  const touched = new Set(
    rows.filter((row) => edits.some(({ touches }) => touches(row))).map(({ email }) => email),
  )
  return {
    isTouched: ({ email }) => touched.has(email),
    apply: () => changes.forEach((change) => change()),
  }
}

async function possibleEdits(
  stage: Stage,
  company: Company,
  random: Random,
): Promise<readonly Edit[]> {
  const { world, key, roomIds } = company
  const at = { key } as const
  const [renamed, deleted] = random.shuffled([...world.rooms.keys()])
  const edits: Edit[] = []
  if (renamed !== undefined) {
    const name = `${renamed} renamed ${random.whole(1, 1e9)}`
    edits.push({
      what: `renames ${renamed}`,
      touches: (row) => isAboutRoom(company, row, renamed),
      async act() {
        const path = `/rooms/${roomIds.get(renamed)}`
        const { status } = await ask(stage, { ...at, method: 'PATCH', path, body: { name } })
        return status === 200 ? () => world.rooms.set(renamed, { name }) : null
      },
    })
  }
  if (deleted !== undefined && world.rooms.size > 4) {
    edits.push({
      what: `deletes ${deleted}`,
      touches: (row) => isAboutRoom(company, row, deleted),
      async act() {
        const path = `/rooms/${roomIds.get(deleted)}`
        const { status } = await ask(stage, { ...at, method: 'DELETE', path })
        // 404: it was done, and the answer was lost.
        return status === 204 || status === 404 ? () => forgetRoom(company, deleted) : null
      },
    })
  }
  return [
    ...edits,
    ...(await editsOfGuests(stage, company, random)),
    ...(await editsOfUsers(stage, company, random)),
  ]
}

function isAboutRoom({ world }: Company, { email, rooms }: WorldRow, room: string): boolean {
  return rooms.includes(room) || (world.users.get(email)?.rooms.has(room) ?? false)
}

function forgetRoom({ world }: Company, room: string): void {
  world.rooms.delete(room)
  for (const { rooms } of world.users.values()) rooms.delete(room)
  for (const [key, guest] of world.guests) if (guest.room === room) world.guests.delete(key)
}

async function editsOfGuests(
  stage: Stage,
  { id, key, world }: Company,
  random: Random,
): Promise<readonly Edit[]> {
  const found = await stage.query<{ id: string; email: string; room: string }>(
    `select g.id, g.email, g.room_id as room from guests g where g.company_id = $1
     order by g.email_key, g.room_id`,
    [id],
  )
  const [changed, deleted] = random.shuffled(found)
  const edits: Edit[] = []
  const placeOf = async (guestId: string) => {
    const [link] = await stage.query<{ place: string }>(
      `select r.name as place from guests g join rooms r on (r.company_id, r.id) = (g.company_id, g.room_id)
       where g.id = $1`,
      [guestId],
    )
    return [...world.rooms].find(([, { name }]) => name === link?.place)?.[0] ?? ''
  }
  if (changed !== undefined) {
    const room = await placeOf(changed.id)
    edits.push({
      what: `makes ${changed.email} a spectator in ${room}`,
      touches: ({ email }) => email === changed.email,
      async act() {
        const path = `/guests/${changed.id}`
        const body = { role: 'Spectator' }
        const { status } = await ask(stage, { key, method: 'PATCH', path, body })
        if (status !== 200) return null
        return () => {
          const guest = world.guests.get(guestKey(changed.email, room))
          if (guest !== undefined) guest.role = 'Spectator'
        }
      },
    })
  }
  if (deleted !== undefined) {
    const room = await placeOf(deleted.id)
    edits.push({
      what: `deletes the link of ${deleted.email} to ${room}`,
      touches: ({ email }) => email === deleted.email,
      async act() {
        const path = `/guests/${deleted.id}`
        const { status } = await ask(stage, { key, method: 'DELETE', path })
        const isGone = status === 204 || status === 404
        return isGone ? () => void world.guests.delete(guestKey(deleted.email, room)) : null
      },
    })
  }
  return edits
}

async function editsOfUsers(
  stage: Stage,
  { id, key, world }: Company,
  random: Random,
): Promise<readonly Edit[]> {
  const invited = await stage.query<{ id: string; email: string }>(
    `select id, email from users where company_id = $1 and status = 'invited' order by email_key`,
    [id],
  )
  return random
    .shuffled(invited)
    .slice(0, 3)
    .map(({ id: userId, email }) => ({
      what: `invites ${email} again`,
      touches: (row: WorldRow) => row.email === email,
      async act() {
        const before = await invitationsTo(stage, id, userId)
        const path = `/users/${userId}/invitation`
        const { status } = await ask(stage, { key, method: 'POST', path })
        if (status !== 201) return null
        const after = await invitationsTo(stage, id, userId)
        return () => {
          const user = world.users.get(email)
          if (user?.status === 'expired') user.status = 'invited'
          // An answer that was lost makes it twice; what the person asked for, they get.
          addMails(world, 'invitation', email, Math.max(1, after - before))
          // The batch has deleted them after that.
          if (user === undefined) deleteUser(world, email)
        }
      },
    }))
}

async function invitationsTo(stage: Stage, companyId: string, userId: string): Promise<number> {
  const [counted] = await stage.query<{ mails: number }>(
    `select count(*)::int as mails from mails
     where company_id = $1 and user_id = $2 and kind = 'invitation' and batch_id is null`,
    [companyId, userId],
  )
  return counted?.mails ?? 0
}
