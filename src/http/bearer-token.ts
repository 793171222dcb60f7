import type { FastifyRequest } from 'fastify'

/** The token that a program shows; browsers send one only when a script of the same site says so. */
export function bearerToken({ headers }: FastifyRequest): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1]
}
