import { expect, test } from 'vitest'
import { audit } from '../../console/words/audit.ts'
import { notedEvents, notedReads, unnotedActs } from '../../src/access/noted-acts.ts'
import { policy } from '../../src/access/policy.ts'
import { sources } from './sources.ts'

test('the audit log has words for everything that is noted in it, and for nothing else', () => {
  const changing = Object.keys(policy).filter((act) => changes(act) && !(act in unnotedActs))
  const noted = new Set([...changing, ...Object.keys(notedReads), ...notedEvents])
  expect(new Set(Object.keys(audit.en.acts))).toEqual(noted)
})

/** Is the act done by a request that changes something? Its route says so. */
function changes(act: string): boolean {
  const [route] = sources(`src/http/routes/${act}.ts`)
  return /\.(?:post|put|patch|delete)\(\s*'/u.test(route?.text ?? '')
}
