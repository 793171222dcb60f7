import { SignJWT } from 'jose'
import { roleRights, type Role } from '../../domain/role.ts'
import type { AddressTemplate } from './address-template.ts'

/** Who enters which room, as the meeting server is told. */
export interface Entry {
  readonly room: { readonly id: string; readonly name: string }
  /** A user or a guest. */
  readonly person: { readonly id: string; readonly name: string }
  readonly role: Role
}

/**
 * The signed word of a Jitsi-style server's own administrator: this person may enter this room, as moderator or not. By
 * the claims that Jitsi documents (doc/tokens.md of lib-jitsi-meet); those about a user are texts, all of them.
 * No address goes with it: the meeting server would look for a picture of it elsewhere.
 */
export async function signEntry(
  { room, person, role }: Entry,
  template: AddressTemplate,
  signing: { readonly appId: string; readonly secret: string; readonly now: Date },
): Promise<string> {
  const { moderate } = roleRights[role]
  const seconds = Math.floor(signing.now.getTime() / 1000)
  const user = { id: person.id, name: person.name, moderator: String(moderate) }
  return await new SignJWT({
    room: roomIn(template, room.id),
    moderator: moderate,
    context: { user },
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(signing.appId)
    .setAudience('jitsi')
    .setSubject(subjectOf(template))
    .setNotBefore(seconds - clockSkew)
    .setExpirationTime(seconds + validity)
    .sign(new TextEncoder().encode(signing.secret))
}

// Long enough to look at one's picture before joining, short enough that who was removed is out.
const validity = 5 * 60
const clockSkew = 60

/** What the server will call the room: the part of the path in which it stands. */
function roomIn({ path }: AddressTemplate, id: string): string {
  const part = path.split('/').find((part) => part.includes('{room}')) ?? '{room}'
  return part.replaceAll('{room}', id)
}

/** The tenant, where the room's path is below one; else the host. */
function subjectOf({ origin, path }: AddressTemplate): string {
  const tenant = /^\/([^/]+)\/[^/]*\{room\}[^/]*$/.exec(path)?.[1]
  return (tenant ?? origin.hostname).toLowerCase()
}
