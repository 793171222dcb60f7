import { isIPv6 } from 'node:net'

/**
 * The network from which somebody asks: an address of IPv4 stands for itself; of IPv6 everybody has so many that only
 * the first half (/64) tells them apart.
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%')
  if (!isIPv6(plain)) return plain
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)
  if (mapped?.[1] !== undefined) return mapped[1]
  return `${groupsOf(plain).slice(0, 4).join(':')}::/64`
}

/** The eight groups of an address, written alike. */
function groupsOf(address: string): readonly string[] {
  const { hostname } = new URL(`http://[${address}]`)
  const [head = '', tail = ''] = hostname.slice(1, -1).split('::')
  const [first, last] = [head, tail].map((part) => part.split(':').filter((group) => group !== ''))
  const missing = 8 - (first?.length ?? 0) - (last?.length ?? 0)
  return [...(first ?? []), ...Array.from({ length: missing }, () => '0'), ...(last ?? [])]
}
