import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { RequestError } from '../domain/request-error.ts'
import type { MailKey } from '../mail/mail-keys.ts'
import { callerOf } from './guard.ts'

/** The part of an address that names a mail. */
export const mailParams = z.object({ mail: z.string() })

/**
 * The mail of that id in the caller's company.
 * @throws RequestError `mail-not-found` for what cannot be the id of any
 */
export function mailKey(request: FastifyRequest, id: string): MailKey {
  if (!z.uuid().safeParse(id).success) throw new RequestError('mail-not-found', { mail: id })
  return { companyId: callerOf(request).actor.companyId, id }
}
