import type { Language } from '../../domain/language.ts'
import { allPermissions, permissions } from '../../domain/permission.ts'
import type { Particulars } from '../../domain/problem.ts'
import { requestErrors, type RequestErrorCode } from '../../domain/request-error.ts'
import { SourceError } from '../../domain/table.ts'
import type { ProblemDetails } from '../contract/problem-details.ts'
import { describeIssues, InvalidInput } from '../validate.ts'
import { asRequestError } from './as-request-error.ts'
import { describeSourceError } from './describe-source-error.ts'
import { fill } from './fill.ts'
import { reasons } from './reasons.ts'
import { whatToConfirm } from './what-to-confirm.ts'

/** What the caller is told, in their language, and whether it is news to the one who runs the server. */
export interface Answer {
  readonly problem: ProblemDetails
  readonly isUnexpected: boolean
}

/** The one place that turns an error into `application/problem+json` (RFC 9457). */
export function toProblem(error: unknown, language: Language, request: string): Answer {
  const { code, particulars } = meaningOf(error, language, request)
  const { status, title } = requestErrors[code]
  const problem = {
    type: `/api/problems#${code}`,
    title: fill(title, particulars, language),
    status,
    code,
    details: particulars,
    request,
  }
  return { problem, isUnexpected: status >= 500 }
}

interface Meaning {
  readonly code: RequestErrorCode
  readonly particulars: Particulars
}

function meaningOf(error: unknown, language: Language, request: string): Meaning {
  if (error instanceof SourceError) return describeSourceError(error, language)
  if (error instanceof InvalidInput) {
    const reason = describeIssues(error.issues, language)
    return { code: 'invalid-request', particulars: { reason } }
  }
  const meant = asRequestError(error)
  if (meant === undefined) return { code: 'unexpected', particulars: { request } }
  const { code, particulars } = meant
  if (code === 'grant-not-yours' || code === 'permission-required')
    return { code, particulars: labelled(particulars, language) }
  if (code !== 'confirmation-required') return { code, particulars: inWords(particulars, language) }
  return { code, particulars: { ...particulars, what: whatToConfirm(particulars, language) } }
}

/** A `permission` that is the name of one becomes its label. */
function labelled(particulars: Particulars, language: Language): Particulars {
  const named = allPermissions.find((permission) => permission === particulars['permission'])
  return named === undefined
    ? particulars
    : { ...particulars, permission: permissions[named].label[language] }
}

/** A `reason` that is the name of a sentence becomes the sentence. */
function inWords(particulars: Particulars, language: Language): Particulars {
  const name = String(particulars['reason'])
  const sentence = Object.hasOwn(reasons, name) ? reasons[name] : undefined
  if (sentence === undefined) return particulars
  return { ...particulars, reason: fill(sentence, particulars, language) }
}
