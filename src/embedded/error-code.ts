/** The code of an error of the operating system or of PostgreSQL (`ENOENT`, `28P01`); empty if it has none. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}
