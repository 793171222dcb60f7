import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allPermissions, commonPermissions, holds, type Permission } from '../domain/permission.ts'
import { RequestError } from '../domain/request-error.ts'
import { unlimited, type KeyLimits } from './caller.ts'
import { limitsOfNewKey } from './limits-of-new-key.ts'

const now = new Date('2026-11-22T10:00:00Z')
const some = fc.subarray([...allPermissions])
const listed = fc.option(some)
const moment = fc.option(fc.date({ min: now, max: new Date('2030-01-01'), noInvalidDate: true }))

/** What a key may at last. */
function usable(granted: readonly Permission[], { permissions }: KeyLimits): readonly Permission[] {
  return permissions === null ? granted : commonPermissions(granted, permissions)
}

test('a key may what both its user and its own list include, a parent in the one and a child in the other giving the child', () => {
  fc.assert(
    fc.property(some, some, (granted, list) => {
      const common = commonPermissions(granted, list)
      for (const permission of allPermissions) {
        const isHeldByBoth = holds(granted, permission) && holds(list, permission)
        expect(holds(common, permission)).toBe(isHeldByBoth)
      }
    }),
  )
  expect(
    commonPermissions(['manage-company-settings'], ['list-all-users', 'create-a-room']),
  ).toEqual(['list-all-users', 'create-a-room'])
  expect(commonPermissions(['list-all-users'], ['administrate-users'])).toEqual(['list-all-users'])
})

test('a key that is made with a key may no more than it, and lives no longer, whatever is wished', () => {
  fc.assert(
    fc.property(some, listed, moment, listed, moment, (granted, own, end, wished, until) => {
      const limits = { permissions: own, expiresAt: end }
      const caller = { permissions: usable(granted, limits), limits }
      const made = madeOrRefused({ permissions: wished, expiresAt: until }, caller)
      if (made === null) return
      // Whatever the user is granted later.
      for (const later of [granted, allPermissions]) {
        for (const permission of usable(later, made)) {
          expect(holds(usable(later, limits), permission)).toBe(true)
        }
      }
      expect(lifeOf(made)).toBeLessThanOrEqual(lifeOf(limits))
    }),
  )
})

/** The limits of the key; null where it was refused, as wishes for too much are. */
function madeOrRefused(
  wish: KeyLimits,
  caller: Parameters<typeof limitsOfNewKey>[1],
): KeyLimits | null {
  try {
    return limitsOfNewKey(wish, caller, now)
  } catch (error) {
    if (error instanceof RequestError) return null
    throw error
  }
}

/** Until when a key lives, in milliseconds. */
function lifeOf({ expiresAt }: KeyLimits): number {
  return expiresAt?.getTime() ?? Infinity
}

describe('a key', () => {
  const caller = { permissions: ['administrate-users'], limits: unlimited } as const

  test('may all that its user may, and for ever, unless more is said', () => {
    expect(limitsOfNewKey(unlimited, caller, now)).toEqual(unlimited)
  })

  test('cannot list what its user lacks', () => {
    const wish = { permissions: ['list-all-rooms'], expiresAt: null } as const
    expect(() => limitsOfNewKey(wish, caller, now)).toThrow('grant-not-yours')
  })

  test('cannot have expired before it begins', () => {
    const wish = { permissions: null, expiresAt: now }
    expect(() => limitsOfNewKey(wish, caller, now)).toThrow('expiry-passed')
  })
})
