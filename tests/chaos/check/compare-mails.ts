import type { Stage } from '../stage/open-stage.ts'
import type { Company } from '../world/found-company.ts'

interface StoredMail {
  readonly id: string
  readonly company_id: string
  readonly kind: string
  readonly recipient: string
  readonly state: string
}

/** Where the outbox is not what the model says, or the mail server has got something else than the outbox tells. */
export async function compareMails(
  stage: Stage,
  companies: readonly Company[],
): Promise<readonly string[]> {
  const mails = await stage.query<StoredMail>(
    `select id, company_id, kind, recipient, state from mails where kind <> 'test'`,
  )
  stage.journal.count('mails', mails.length)
  const taken = Map.groupBy(await stage.mailServer.taken(), (id) => id)
  const twice = [...taken].filter(([, times]) => times.length > 1)
  return [
    ...companies.flatMap((company) => compareOutbox(company, mails)),
    ...twice.map(([id]) => `The mail ${id} was taken more than once.`),
    ...mails.flatMap((mail) => {
      const times = taken.get(mail.id)?.length ?? 0
      const allowed = timesIn[mail.state] ?? []
      return allowed.includes(times)
        ? []
        : [`The mail to ${mail.recipient} is ${mail.state}, and was taken ${times} times.`]
    }),
  ]
}

// How often the mail server may have taken a mail of this state. Only of what is in doubt nobody knows, and it says so.
const timesIn: Readonly<Record<string, readonly number[]>> = {
  sent: [1],
  unknown: [0, 1],
  withdrawn: [0],
}

function compareOutbox(
  { id, name, world }: Company,
  mails: readonly StoredMail[],
): readonly string[] {
  const own = mails.filter(({ company_id }) => company_id === id)
  const queued = Map.groupBy(own, ({ kind, recipient }) => `${kind} ${recipient}`)
  const all = new Set([...queued.keys(), ...world.mails.keys()])
  return [...all].flatMap((to) => {
    const [found, wanted] = [queued.get(to)?.length ?? 0, world.mails.get(to) ?? 0]
    const most = wanted + (world.mailsToNobody.get(to) ?? 0)
    return found >= wanted && found <= most
      ? []
      : [`${name}: ${found} mails (${to}), and not ${wanted}.`]
  })
}
