import type { FastifyRequest } from 'fastify'
import type { Json } from '../../domain/json.ts'

/** What the audit log says of a request, beside the act, who asked and from where. */
export interface Note {
  /** Where nobody is signed in: whose log it is written into. Unless given, the caller's company. */
  readonly companyId?: string
  /** Where nobody is signed in: who it was nevertheless (whoever has just signed in, say). */
  readonly actor?: { readonly kind: 'user' | 'guest'; readonly id: string }
  /** Where nobody got in: whose accounts were tried, in whichever companies. */
  readonly tried?: readonly { readonly companyId: string; readonly userId: string }[]
  /** What it was done to. Unless given, what the address names: `/rooms/:room`. */
  readonly subject?: { readonly kind: string; readonly id: string | null }
  /** Never a secret, a name or an address of a person: people are named by their ids. */
  readonly details?: Readonly<Record<string, Json>>
}

declare module 'fastify' {
  interface FastifyRequest {
    noted: Note | null
  }
}

/** Adds to what the audit log will say of this request; what was noted before stays unless it is said anew. */
export function note(request: FastifyRequest, said: Note): void {
  const details = { ...request.noted?.details, ...said.details }
  request.noted = { ...request.noted, ...said, details }
}
