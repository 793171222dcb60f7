import { setTimeout as delay } from 'node:timers/promises'
import { ask } from '../stage/ask.ts'
import type { Stage } from '../stage/open-stage.ts'
import type { Company } from '../world/found-company.ts'

// Beyond what was queued while the clocks were wrong by ten hours, and beyond every lease and delay that began then.
const aheadBy = 20 * 3_600_000

/**
 * Lets all that was claimed by a killed server, or put off, come to an end: by servers whose clocks are far ahead, for
 * whom every lease has run out. What is not at rest then never will be.
 */
export async function settleMails(stage: Stage, company: Company): Promise<readonly string[]> {
  // The database's as well: a job that was announced while its clock was wrong waits for that time to come.
  await stage.setClocks(aheadBy, true)
  await delay(200)
  for (let tries = 0; tries < 60; tries++) {
    if (tries % 10 === 0) {
      // A test mail has the outbox looked at, at once.
      await ask(stage, { method: 'POST', path: '/mails/test', key: company.key })
    }
    const [open] = await stage.query<{ mails: number }>(
      `select count(*)::int as mails from mails where state in ('queued', 'sending') and kind <> 'test'`,
    )
    if (open?.mails === 0) return []
    await delay(500)
  }
  return await stage
    .query<{ what: string }>(
      `select format('A mail to %s is %s.', recipient, state) as what
       from mails where state in ('queued', 'sending') and kind <> 'test' limit 5`,
    )
    .then((rows) => rows.map(({ what }) => what))
}
