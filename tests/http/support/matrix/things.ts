import { sql } from 'kysely'
import { batch } from '../../../../src/http/contract/batch.ts'
import { guestPage, room } from '../../../../src/http/contract/directory.ts'
import { mailPage } from '../../../../src/http/contract/mail.ts'
import { read } from '../read.ts'
import { json, type TestServer } from '../start-server.ts'
import type { LinkNeed } from './expected.ts'
import type { Person } from './callers.ts'

/** One of everything that an address can name, by the name of the parameter, and a link of each kind. */
export interface Things {
  readonly named: Readonly<Record<string, string>>
  readonly links: Readonly<Record<LinkNeed, string>>
}

/** Makes one thing of each kind in the person's company, all by the API. */
export async function makeThings(here: TestServer, owner: Person): Promise<Things> {
  const { key } = owner
  const invited = 'invited@example.org'
  const opened = await read(
    await here.ask('/rooms', { ...json('POST', { name: 'A room' }), key }),
    room,
  )
  await execute(here, key, 'invite-users', `${invited},Grace,Hopper`)
  await execute(here, key, 'invite-guests', 'guest@example.org,A guest,A room,Participant,True')
  const drafted = await draft(here, key, 'delete-users', 'nobody@example.org')
  await sql`insert into assignments values
    (${owner.companyId}, ${owner.userId}, ${opened.id}, 'Admin')`.execute(here.db)
  const { guests } = await read(await here.ask('/guests', { key }), guestPage)
  const { mails } = await read(await here.ask('/mails', { key }), mailPage)
  const invitation = await invitationOf(here, owner.companyId, invited)
  return {
    named: {
      batch: drafted.batch,
      row: '1',
      room: opened.id,
      guest: guests[0]?.id ?? '',
      mail: mails[0]?.id ?? '',
      user: invitation.userId,
      session: owner.sessionId,
      key: owner.keyId,
    },
    links: {
      'invitation-link': tokenIn(invitation.link),
      'guest-link': tokenIn(guests[0]?.link ?? ''),
      'password-link': tokenIn(await passwordLink(here, owner)),
      'set-up-link': tokenIn(here.services.links.setUp(new Date())),
    },
  }
}

async function draft(here: TestServer, key: string, operation: string, text: string) {
  const answer = await here.ask('/batches', { ...json('POST', { operation, text }), key })
  return await read(answer, batch)
}

async function execute(here: TestServer, key: string, operation: string, text: string) {
  const { batch: id } = await draft(here, key, operation, text)
  const of = (act: string, body: unknown) =>
    here.ask(`/batches/${id}/${act}`, { ...json('POST', body), key })
  const { digest } = await read(await of('verification', {}), batch)
  await read(await of('execution', { digest }), batch)
  // The stream ends when the batch is at rest.
  await (await here.ask(`/batches/${id}/events`, { key })).text()
}

async function invitationOf({ db, services }: TestServer, companyId: string, email: string) {
  const { rows } = await sql<{ userId: string; issuedAt: Date }>`
    select user_id as "userId", issued_at as "issuedAt"
    from invitations join users on users.id = user_id
    where users.company_id = ${companyId} and email = ${email}`.execute(db)
  const [found] = rows
  if (found === undefined) throw new Error('The invited user has no invitation.')
  return { ...found, link: services.links.invitation(companyId, found.userId, found.issuedAt) }
}

async function passwordLink({ db, services }: TestServer, { companyId, userId }: Person) {
  const issuedAt = new Date()
  const until = new Date(issuedAt.getTime() + 60 * 60 * 1000)
  await sql`insert into password_links
    values (${companyId}, ${userId}, ${issuedAt}, ${until})`.execute(db)
  return services.links.password(companyId, userId, issuedAt)
}

function tokenIn(link: string): string {
  return link.slice(link.lastIndexOf('/') + 1)
}
