import { createHmac } from 'node:crypto'

/** By what a database knows the key of its installation, without having it. */
export function keyFingerprint(key: string): string {
  return createHmac('sha256', key).update('installation').digest('base64url').slice(0, 16)
}
