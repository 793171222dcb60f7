/** The same secret but for its last sign: whole in shape, and made by nobody. */
export function altered(secret: string): string {
  return secret.slice(0, -1) + (secret.endsWith('A') ? 'B' : 'A')
}
