import { isIPv4 } from 'node:net'

/** Does nobody but this machine reach a server that listens at this address? */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
}
