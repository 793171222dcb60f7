import type { Db } from '../directory/schema.ts'
import { emailKey } from '../domain/email.ts'
import { RequestError } from '../domain/request-error.ts'
import { callerByKey } from './caller-by-key.ts'
import { callerBySession } from './caller-by-session.ts'
import type { Caller } from './caller.ts'
import { firstAdministrator, userAsCaller } from './find-caller.ts'
import { isSameSecret } from './is-same-secret.ts'

/** What a request shows about who sends it. */
export interface Credentials {
  /** The bearer token: an API key, or the folder key. */
  readonly token: string | undefined
  /** The token in the cookie of a session. */
  readonly session?: string | undefined
  /** With the folder key only: the company's name, and the address of the user to act as. */
  readonly company?: string | undefined
  readonly as?: string | undefined
}

/** How this process knows its callers. */
export interface Authority {
  readonly db: Db
  /** Whoever can read it in the data folder could change the data anyway. Null: there is no folder. */
  readonly folderKey: string | null
  /** The example company is open, and so are the sessions that it gave without a key. */
  readonly opensExample: boolean
  readonly now: Date
}

/**
 * Who calls. A bearer token wins over a cookie, which browsers send unasked. An API key speaks for its user.
 * The folder key speaks for the user it names, by default for the first administrator of the first company.
 * @throws RequestError `sign-in-required`, `no-company-yet`, `company-not-found`, `user-not-found`
 */
export async function authenticate(
  credentials: Credentials,
  authority: Authority,
): Promise<Caller> {
  if (holdsFolderKey(credentials, authority)) return actAs(authority.db, credentials)
  const { token, session } = credentials
  if (token !== undefined) return callerByKey(token, authority.db, authority.now)
  if (session !== undefined) return callerBySession(session, authority)
  throw new RequestError('sign-in-required')
}

/** Does the request show the folder key? Then it may act on the whole installation. */
export function holdsFolderKey(
  { token }: Pick<Credentials, 'token'>,
  { folderKey }: Pick<Authority, 'folderKey'>,
): boolean {
  return token !== undefined && folderKey !== null && isSameSecret(token, folderKey)
}

async function actAs(db: Db, { company, as }: Credentials): Promise<Caller> {
  const companyId = await findCompany(db, company)
  const caller =
    as === undefined
      ? await firstAdministrator(db, companyId)
      : await userAsCaller(db, { companyId, emailKey: emailKey(as.trim()) })
  if (caller === undefined)
    throw new RequestError('user-not-found', { email: as ?? '(administrator)' })
  return caller
}

async function findCompany(db: Db, name: string | undefined): Promise<string> {
  const companies = db.selectFrom('companies').select('id')
  const named =
    name === undefined
      ? companies.orderBy('created_at').orderBy('id')
      : companies.where('name', '=', name.normalize('NFC').trim())
  const company = await named.limit(1).executeTakeFirst()
  if (company === undefined) {
    throw name === undefined
      ? new RequestError('no-company-yet')
      : new RequestError('company-not-found', { company: name })
  }
  return company.id
}
