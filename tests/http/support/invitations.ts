import { deleteUsers } from '../../../src/directory/delete-users.ts'
import { issueInvitations } from '../../../src/directory/issue-invitations.ts'
import { newId } from '../../../src/domain/id.ts'
import type { Role } from '../../../src/domain/role.ts'
import { room } from '../../../src/http/contract/directory.ts'
import { openBrowser, type Browser } from './browser.ts'
import { read } from './read.ts'
import { secretOf, withLink } from './shown-link.ts'
import { json, type TestServer } from './start-server.ts'

/** Somebody who was invited by the administrator, and the secret part of their link. */
export interface Invited {
  readonly id: string
  readonly email: string
  readonly link: string
}

export const acceptance = {
  firstName: ' Ada ',
  lastName: 'King',
  language: 'de',
  password: 'tiefblaue Amseln',
} as const

/** Invitations of the first company, and what their pages ask. */
export function invitationsOf(here: TestServer) {
  const { db, company, services } = here
  const companyId = company.id

  async function issue(id: string, issuedBy: string | null = company.adminId): Promise<string> {
    const now = services.now()
    await db.transaction().execute((tx) => issueInvitations({ tx, companyId, now, issuedBy }, [id]))
    return secretOf(services.links.invitation(companyId, id, now))
  }

  async function invite(rooms: Readonly<Record<string, Role>> = {}): Promise<Invited> {
    const id = newId()
    const email = `Ada.${id}@example.org`
    await db
      .insertInto('users')
      .values({
        company_id: companyId,
        id,
        email,
        email_key: email.toLowerCase(),
        first_name: 'Ada',
        last_name: 'Lovelace',
        language: 'en',
        status: 'invited',
        created_at: services.now(),
      })
      .execute()
    for (const [name, role] of Object.entries(rooms)) {
      const made = await read(await here.ask('/rooms', json('POST', { name })), room)
      await db
        .insertInto('assignments')
        .values({ company_id: companyId, user_id: id, room_id: made.id, role })
        .execute()
    }
    return { id, email, link: await issue(id) }
  }

  return {
    invite,
    /** Invites once more, by whom it may be; answers the new link. */
    issue,
    remove: (id: string) => db.transaction().execute((tx) => deleteUsers({ tx, companyId }, [id])),
    show: (link: string) => here.ask('/invitation', { ...withLink(link), key: null }),
    accept: (link: string, said: object = {}, browser: Browser = openBrowser(here)) =>
      browser.ask('/invitation', withLink(link, json('POST', { ...acceptance, ...said }))),
    renew: (link: string) =>
      here.ask('/invitation/renewal', { ...withLink(link, { method: 'POST' }), key: null }),
  }
}
