/** The addresses at which the console has a page; a test holds them equal to the console's own. */
export const consolePages = [
  '/',
  '/sign-in',
  '/batch-operations',
  '/batch-operations/history',
  '/batch-operations/:batch',
  '/users',
  '/rooms',
  '/rooms/:room',
  '/guests',
  '/mail-outbox',
  '/company-settings',
] as const
