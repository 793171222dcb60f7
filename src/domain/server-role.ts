/**
 * What a server does of all that is to be done on a database: `web` answers people and programs, `worker` executes
 * batches, delivers mails and deletes what has reached its end, `all` does both.
 */
export const serverRoles = ['all', 'web', 'worker'] as const

export type ServerRole = (typeof serverRoles)[number]
