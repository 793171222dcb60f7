import {
  findMeetingServer,
  putMeetingServer,
  type MeetingServer,
} from '../../directory/meeting-servers.ts'
import type { Sealer } from '../../directory/sealer.ts'
import type { Db, Tx } from '../../directory/schema.ts'
import { RequestError } from '../../domain/request-error.ts'
import { hasPlaceholder, readAddressTemplate } from './address-template.ts'
import { meetingSecret } from './meeting-secret.ts'

/** Where rooms shall be entered. */
export interface MeetingServerChange {
  readonly address: string
  /** Null: entries are not signed. */
  readonly appId: string | null
  /** Null: none; unless said, the one that is there stays. */
  readonly secret?: string | null | undefined
}

/**
 * Sets where the rooms of a company are entered. Its secret is kept sealed.
 * @throws RequestError `invalid-request` for an address that would not do, or half of what signing needs
 */
export async function changeMeetingServer(
  { db, sealer }: { readonly db: Db; readonly sealer: Sealer },
  companyId: string,
  { address, appId, secret }: MeetingServerChange,
): Promise<MeetingServer> {
  const carriesToken = hasPlaceholder(readAddressTemplate(address), 'jwt')
  if (carriesToken && appId === null) refuse('meeting-token-unsigned')
  if (!carriesToken && appId !== null) refuse('meeting-token-unused')
  if (appId === null && typeof secret === 'string') refuse('meeting-app-needed')
  return await db.transaction().execute(async (tx) => {
    const signing = appId === null ? null : { appId, sealedSecret: await secretToKeep(tx) }
    await putMeetingServer(tx, companyId, { address, signing })
    return { address, signing }
  })

  async function secretToKeep(tx: Tx): Promise<string> {
    if (typeof secret === 'string') return sealer.seal(meetingSecret(companyId), secret)
    const before = secret === null ? undefined : await findMeetingServer(tx, companyId)
    return before?.signing?.sealedSecret ?? refuse('meeting-secret-needed')
  }
}

function refuse(reason: string): never {
  throw new RequestError('invalid-request', { reason, placeholder: '{jwt}' })
}
