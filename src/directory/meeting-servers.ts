import type { Db, Tx } from './schema.ts'

/** Where the rooms of a company are entered. */
export interface MeetingServer {
  /** An address template: see `checkAddressTemplate`. */
  readonly address: string
  /** For servers that take a signed token: as whom it is signed, and by what. Both, or none. */
  readonly signing: { readonly appId: string; readonly sealedSecret: string } | null
}

/** Undefined where none is configured. */
export async function findMeetingServer(
  db: Db,
  companyId: string,
): Promise<MeetingServer | undefined> {
  const row = await db
    .selectFrom('meeting_servers')
    .select(['address', 'app_id', 'sealed_secret'])
    .where('company_id', '=', companyId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { address, app_id: appId, sealed_secret: sealedSecret } = row
  const isSigned = appId !== null && sealedSecret !== null
  return { address, signing: isSigned ? { appId, sealedSecret } : null }
}

/** Sets where the rooms are entered from now on. */
export async function putMeetingServer(
  tx: Tx,
  companyId: string,
  { address, signing }: MeetingServer,
): Promise<void> {
  const values = {
    address,
    app_id: signing?.appId ?? null,
    sealed_secret: signing?.sealedSecret ?? null,
  }
  await tx
    .insertInto('meeting_servers')
    .values({ company_id: companyId, ...values })
    .onConflict((conflict) => conflict.column('company_id').doUpdateSet(values))
    .execute()
}

/** From now on nobody enters anywhere. */
export async function deleteMeetingServer(db: Db, companyId: string): Promise<void> {
  await db.deleteFrom('meeting_servers').where('company_id', '=', companyId).execute()
}
