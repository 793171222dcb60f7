import { findMeetingServer } from '../../directory/meeting-servers.ts'
import type { Sealer } from '../../directory/sealer.ts'
import type { Db } from '../../directory/schema.ts'
import { RequestError } from '../../domain/request-error.ts'
import { fillAddress, readAddressTemplate, type AddressTemplate } from './address-template.ts'
import { meetingSecret } from './meeting-secret.ts'
import { signEntry, type Entry } from './sign-entry.ts'

/** Where meeting servers are known, and how their secrets are read. */
export interface Meetings {
  readonly db: Db
  readonly sealer: Sealer
  readonly now: () => Date
}

/**
 * The address at which somebody enters a room of the company. What it carries ends within minutes, and is for nobody
 * else. That they may enter is the caller's to know.
 * @throws RequestError `no-meeting-server`
 */
export async function enterMeeting(
  meetings: Meetings,
  companyId: string,
  entry: Entry,
): Promise<string> {
  const server = await findMeetingServer(meetings.db, companyId)
  if (server === undefined) throw new RequestError('no-meeting-server')
  const template = readAddressTemplate(server.address)
  const { room, person, role } = entry
  const jwt =
    server.signing === null
      ? ''
      : await signed(meetings, { companyId, template, entry, ...server.signing })
  // By its id the room stays the same meeting when it is renamed, and no other company's has it.
  return fillAddress(template, { room: room.id, title: room.name, name: person.name, role, jwt })
}

async function signed(
  { sealer, now }: Meetings,
  to: {
    readonly companyId: string
    readonly template: AddressTemplate
    readonly entry: Entry
    readonly appId: string
    readonly sealedSecret: string
  },
): Promise<string> {
  const secret = sealer.open(meetingSecret(to.companyId), to.sealedSecret)
  // Sealed with another key: as good as none, and to be entered again.
  if (secret === undefined) throw new RequestError('no-meeting-server')
  return await signEntry(to.entry, to.template, { appId: to.appId, secret, now: now() })
}
