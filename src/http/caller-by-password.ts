import type { FastifyRequest } from 'fastify'
import type { Caller } from '../access/caller.ts'
import { userAsCaller } from '../access/find-caller.ts'
import { countAttempt, type Count } from '../access/sign-in/count-attempt.ts'
import { countsBy } from '../access/sign-in/counts-by.ts'
import { forgiveAttempts } from '../access/sign-in/forgive-attempts.ts'
import { tryPassword, type Candidate } from '../access/sign-in/try-password.ts'
import { emailKey } from '../domain/email.ts'
import { RequestError } from '../domain/request-error.ts'
import { note } from './audit/note.ts'
import { deviceCookie } from './device-cookie.ts'
import type { Services } from './route.ts'

/** What somebody signs in with. */
interface Shown {
  readonly email: string
  readonly password: string
  readonly company?: string | undefined
}

/**
 * The user with this address and password. An unknown address, a user without a password and a wrong one are told
 * apart by nothing, not even by the time.
 * @throws RequestError `wrong-password`, `too-many-sign-ins`, `too-many-requests`; `company-choice` where they fit
 * users of several companies
 */
export async function callerByPassword(
  request: FastifyRequest,
  shown: Shown,
  services: Services,
): Promise<Caller> {
  const { db, now } = services
  const account = emailKey(shown.email)
  const { own, shared } = countsOf(request, account, services)
  await countAttempt(db, [...own, ...shared], now())
  const { password, company: companyId } = shown
  const tried = { emailKey: account, password, companyId }
  const { bearers, fitting } = await tryPassword(db, tried).catch(async (error: unknown) => {
    // Nothing was found out: the attempt is not held against anybody.
    await forgiveAttempts(db, { all: [], one: subjectsOf([...own, ...shared]) }, now())
    throw error
  })
  const [user, ...others] = fitting
  if (user === undefined) {
    noteFailure(request, bearers)
    throw new RequestError('wrong-password')
  }
  await forgiveAttempts(db, { all: subjectsOf(own), one: subjectsOf(shared) }, now())
  if (others.length > 0) throw chooseCompany(fitting)
  const caller = await userAsCaller(db, { companyId: user.companyId, emailKey: account })
  // Deleted in this moment.
  if (caller === undefined) throw new RequestError('wrong-password')
  return caller
}

function countsOf(request: FastifyRequest, account: string, services: Services) {
  const by = countsBy(services.sealer)
  const device = deviceCookie.read(request, account, services)
  return device === undefined
    ? { own: [by.account(account)], shared: [by.network(request.ip)] }
    : { own: [by.device(device)], shared: [] }
}

function subjectsOf(counts: readonly Count[]): readonly Buffer[] {
  return counts.map(({ subject }) => subject)
}

function noteFailure(request: FastifyRequest, [bearer]: readonly Candidate[]): void {
  if (bearer === undefined) return
  const { companyId, userId } = bearer
  note(request, { companyId, actor: { kind: 'user', id: userId } })
}

function chooseCompany(fitting: readonly Candidate[]): RequestError {
  return new RequestError('company-choice', {
    companies: fitting.map(({ company }) => company).join(', '),
    choices: JSON.stringify(
      fitting.map(({ companyId, company }) => ({ id: companyId, name: company })),
    ),
  })
}
