/** An error as the log may keep it. */
export interface LoggableError {
  readonly type: string
  readonly message: string
  readonly code?: string
  readonly stack?: string
  readonly cause?: LoggableError
}

/**
 * An error without what it says about people: no addresses, no keys, and none of the values that
 * PostgreSQL adds in `detail`, `where` and `parameters`.
 */
export function loggable(error: unknown): LoggableError {
  if (!(error instanceof Error))
    return { type: typeof error, message: withoutSecrets(messageOf(error)) }
  const code = 'code' in error ? String(error.code) : undefined
  return {
    type: error.name,
    message: withoutSecrets(error.message),
    ...(code !== undefined && { code }),
    ...(error.stack !== undefined && { stack: withoutSecrets(error.stack) }),
    ...(error.cause !== undefined && { cause: loggable(error.cause) }),
  }
}

// The job engine tells of errors as plain objects.
function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error)
}

function withoutSecrets(text: string): string {
  return text
    .replace(/roster_(?:session_)?[\w-]{64}/g, '[key]')
    .replace(/[^\s"'`<>(),;:=]+@[^\s"'`<>(),;:=]+/g, (found) =>
      // A stack names scoped packages (`node_modules/@fastify/…`); they are no addresses.
      found.includes('/@') ? found : '[address]',
    )
    .replace(/(invalid (?:input|byte)[^:\n]*): .*/gi, '$1')
}
