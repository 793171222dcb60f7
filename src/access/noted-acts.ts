import type { Act } from './policy.ts'

/**
 * Does an act leave an entry in the audit log once it was done? All that change something do, but for a few.
 * @param method the one of the request
 */
export function isNoted(act: Act, method: string): boolean {
  return method === 'GET' || method === 'HEAD' ? act in notedReads : !(act in unnotedActs)
}

/** What changes something and is not noted, and why. */
export const unnotedActs: Reasons = {
  'create-batch': 'A draft changes nothing for anybody; its execution does, and is noted.',
  'replace-source': 'As above.',
  'map-batch': 'As above.',
  'fix-row': 'As above.',
  'fix-cells': 'As above.',
  'leave-out': 'As above.',
  'accept-suggestions': 'As above.',
  'verify-batch': 'As above.',
  'forget-mapping': 'What is forgotten was only an offer: no column is mapped by it.',
  'create-set-up-link':
    'There is no company yet in whose log it could stand; that one is made by it, is noted.',
  'ask-for-password-link':
    'Strangers ask, for whomever they like, and could fill the log; what comes of it is noted.',
}

/** What changes nothing and is noted nevertheless, and why. */
export const notedReads: Reasons = {
  'finish-single-sign-on': 'It opens a session, by a redirect of the browser.',
  'export-me': 'All that is known about a person leaves in one file.',
  'export-user': 'As above.',
  'export-audit-log': 'What everybody did leaves in one file.',
}

/** What the log tells beside acts: that somebody did not get in, was refused, and how a batch ended. */
export const notedEvents = ['sign-in-failed', 'refused', 'batch-ended'] as const

type Reasons = Readonly<Partial<Record<Act, string>>>
