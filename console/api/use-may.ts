import { useQuery } from '@tanstack/react-query'
import type { Permission } from '../../src/domain/permission.ts'
import { meQuery } from './session.ts'

/** May who is signed in do what needs this permission? No, as long as it is not known. */
export function useMay(needed: Permission): boolean {
  const { data: me } = useQuery(meQuery)
  return me?.may.includes(needed) ?? false
}
