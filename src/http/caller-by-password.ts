import type { FastifyRequest } from 'fastify'
import type { Caller } from '../access/caller.ts'
import { userAsCaller } from '../access/find-caller.ts'
import { bearersOf, type Bearer } from '../access/sign-in/bearers-of.ts'
import { countAttempt, type Count } from '../access/sign-in/count-attempt.ts'
import { countsBy } from '../access/sign-in/counts-by.ts'
import { forgiveAttempts } from '../access/sign-in/forgive-attempts.ts'
import { tryPassword } from '../access/sign-in/try-password.ts'
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

/** Who signs in, and when they chose the password with which they do: see `passwordMustStand`. */
interface CallerByPassword {
  readonly caller: Caller
  readonly chosenAt: Date | null
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
): Promise<CallerByPassword> {
  const { db, now } = services
  const account = emailKey(shown.email)
  const bearers = await bearersOf(db, account)
  const meant = bearers.filter(({ companyId }) => companyId === (shown.company ?? companyId))
  const { own, shared } = countsOf(request, { account, meant }, services)
  await countAttempt(db, [...own, ...shared], now())
  const fitting = await tryPassword(db, meant, shown.password).catch(async (error: unknown) => {
    // Nothing was found out: the attempt is not held against anybody.
    await forgiveAttempts(db, { all: [], one: subjectsOf([...own, ...shared]) }, now())
    throw error
  })
  const [user, ...others] = fitting
  if (user === undefined) {
    note(request, { tried: meant })
    throw new RequestError('wrong-password')
  }
  // Who signs in to one company has not shown that the guesses at the others were their own.
  const isProved = shared.length === 0 || bearers.every((bearer) => fitting.includes(bearer))
  const [all, one] = isProved ? [own, shared] : [[], [...own, ...shared]]
  await forgiveAttempts(db, { all: subjectsOf(all), one: subjectsOf(one) }, now())
  if (others.length > 0) throw chooseCompany(fitting)
  const caller = await userAsCaller(db, user)
  // Deleted in this moment.
  if (caller === undefined) throw new RequestError('wrong-password')
  return { caller, chosenAt: user.chosenAt }
}

interface Attempt {
  readonly account: string
  readonly meant: readonly Bearer[]
}

/** By what an attempt is counted: by the device where all who are meant have signed in on it before. */
function countsOf(request: FastifyRequest, { account, meant }: Attempt, services: Services) {
  const by = countsBy(services.sealer)
  const known = deviceCookie.read(request, account, services)
  const isOwn = meant.length > 0 && meant.every(({ userId }) => known?.users.includes(userId))
  return known !== undefined && isOwn
    ? { own: [by.device(known.id)], shared: [] }
    : { own: [by.account(account)], shared: [by.network(request.ip)] }
}

function subjectsOf(counts: readonly Count[]): readonly Buffer[] {
  return counts.map(({ subject }) => subject)
}

function chooseCompany(fitting: readonly Bearer[]): RequestError {
  return new RequestError('company-choice', {
    companies: fitting.map(({ company }) => company).join(', '),
    choices: JSON.stringify(
      fitting.map(({ companyId, company }) => ({ id: companyId, name: company })),
    ),
  })
}
