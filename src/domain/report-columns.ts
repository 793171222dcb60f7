/** What a report adds behind the source's own columns. The titles are a contract, the same in every language. */
export const reportColumns = ['line', 'state', 'code', 'message', 'suggestion'] as const

/** What it adds behind those where the batch causes mails. */
export const reportMailColumns = ['mail state', 'mail answer'] as const
