import type { MeetingServer as Entry } from '../directory/meeting-servers.ts'
import type { MeetingServer } from './contract/company.ts'

/** A meeting server as the API shows it: without its secret. */
export function serialiseMeetingServer({ address, signing }: Entry): MeetingServer {
  return { address, appId: signing?.appId ?? null, hasSecret: signing !== null }
}
