import { userByEmail, type KnownUser } from '../directory/user-by-email.ts'
import { addInvitations } from '../directory/add-invitations.ts'
import { addUsers } from '../directory/add-users.ts'
import { issueInvitations } from '../directory/issue-invitations.ts'
import { lockUsers } from '../directory/lock-users.ts'
import { nameOfUser } from '../directory/name-of-user.ts'
import { newId } from '../domain/id.ts'
import { notice, type Notice } from '../domain/problem.ts'
import { queueInvitations, withdrawInvitations, type InvitationToQueue } from '../mail/outbox.ts'
import { invitationIsValid } from './invitation-is-valid.ts'
import { neededChanges, type NeededChange } from './needed-changes.ts'
import { defineOperation, type Act, type Part, type Row } from './operation.ts'

export const inviteUsers = defineOperation({
  name: 'invite-users',
  label: { en: 'Invite users', de: 'Benutzer einladen' },
  summary: {
    en: 'Each new address becomes an invited user and gets a mail with a link that is valid for 15 days.',
    de: 'Jede neue Adresse wird ein eingeladener Benutzer und bekommt eine Mail mit einem Link, der 15 Tage gilt.',
  },
  fields: ['email', 'firstName', 'lastName'],
  examples: [
    ['ada@example.org', 'Ada', 'Lovelace'],
    ['alan@example.org', 'Alan', 'Turing'],
    ['grace@example.org', 'Grace', 'Hopper'],
  ],
  facts: { user: userByEmail },
  verify: (row, { user }, { now }) => ({
    parts: [invitation(row, user, now)],
    notices: invitationNotices(row, user, now),
  }),
  apply: async (act, effects) => {
    await invite(act, [...neededChanges(effects)])
  },
})

/** To invite somebody: a new user, or one whose invitation has expired. */
export interface Invite {
  readonly kind: 'invite'
  /** Null: the address is new. */
  readonly userId: string | null
  /** Whom the mail addresses: a user of the directory keeps the name that stands there. */
  readonly firstName: string
  readonly lastName: string
}

export type Invitee = Row<'email' | 'firstName' | 'lastName'>

/** What inviting would do: nothing to an active user, nor within the validity of an invitation. */
export function invitation(row: Invitee, user: KnownUser | undefined, now: Date): Part<Invite> {
  const needed =
    user === undefined || (user.status === 'invited' && !invitationIsValid(user.invitedAt, now))
  const { firstName, lastName } = row
  return {
    about: null,
    says: `${lastName}, ${firstName}`,
    field: 'firstName',
    needed,
    effect: user === undefined ? 'invited' : 'invited-again',
    before: user === undefined ? null : stateOf(user),
    after:
      user === undefined
        ? { status: 'invited', firstName, lastName }
        : needed
          ? { ...stateOf(user), invitedAt: now.toISOString() }
          : stateOf(user),
    mails: needed,
    change: {
      kind: 'invite',
      userId: user?.id ?? null,
      firstName: user?.firstName ?? firstName,
      lastName: user?.lastName ?? lastName,
    },
  }
}

function stateOf({ status, firstName, lastName, invitedAt }: KnownUser) {
  return { status, firstName, lastName, invitedAt: invitedAt?.toISOString() ?? null }
}

/** Why nobody is invited, and whether the directory knows the person by another name. */
export function invitationNotices(
  row: Invitee,
  user: KnownUser | undefined,
  now: Date,
): readonly Notice[] {
  if (user === undefined) return []
  const notices: Notice[] = []
  if (user.status === 'active') notices.push(notice('already-active'))
  else if (user.invitedAt !== null && invitationIsValid(user.invitedAt, now)) {
    notices.push(notice('already-invited', { since: user.invitedAt.toISOString() }))
  }
  if (user.firstName !== row.firstName || user.lastName !== row.lastName) {
    notices.push(
      notice('name-differs', {
        value: `${row.firstName} ${row.lastName}`,
        directory: `${user.firstName} ${user.lastName}`.trim(),
      }),
    )
  }
  return notices
}

/**
 * Adds the new users, issues the invitations (an earlier link dies) and queues one mail for each.
 * @param roomsOf the rooms that the mail to an address lists
 * @returns the ids of all users who were invited, by the key of their address
 */
export async function invite(
  act: Act,
  invitations: readonly NeededChange<Invitee, Invite>[],
  roomsOf: (emailKey: string) => InvitationToQueue['rooms'] = () => [],
): Promise<ReadonlyMap<string, string>> {
  if (invitations.length === 0) return new Map()
  const invited = invitations.map(({ row, change: { userId, firstName, lastName } }) => ({
    email: row.email,
    firstName,
    lastName,
    isNew: userId === null,
    id: userId ?? newId(),
  }))
  const added = invited.filter(({ isNew }) => isNew)
  const again = invited.filter(({ isNew }) => !isNew).map(({ id }) => id)
  const issuing = { ...act, issuedBy: act.actor.userId }
  await addUsers(act, added)
  await addInvitations(
    issuing,
    added.map(({ id }) => id),
  )
  if (again.length > 0) {
    // Who accepts in this moment must not be invited once more: then the chunk is judged again.
    await lockUsers(act, again)
    await issueInvitations(issuing, again)
    await withdrawInvitations(act.tx, { companyId: act.companyId, userIds: again })
  }
  const inviter = await nameOfUser(act.tx, act.actor)
  await queueInvitations(act.tx, {
    ...act,
    mails: invited.map(({ id, email, firstName, lastName }) => ({
      userId: id,
      recipient: email.text,
      firstName,
      lastName,
      inviter,
      issuedAt: act.now,
      rooms: roomsOf(email.key),
    })),
  })
  return new Map(invited.map(({ id, email }) => [email.key, id]))
}
