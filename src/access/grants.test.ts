import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allPermissions, holds, type Permission } from '../domain/permission.ts'
import { RequestError } from '../domain/request-error.ts'
import { grantable, judgeGrants } from './grants.ts'

const some = fc.subarray([...allPermissions])

/** What the change makes of it; the code of a refusal. */
function outcome(
  granter: { permissions: readonly Permission[]; isSelf: boolean },
  before: readonly Permission[],
  wished: readonly Permission[],
): string | readonly Permission[] {
  try {
    const { granted, revoked } = judgeGrants(granter, before, wished)
    return [...before.filter((each) => !revoked.includes(each)), ...granted]
  } catch (error) {
    if (error instanceof RequestError) return error.code
    throw error
  }
}

describe('permissions of somebody else', () => {
  test('become what is wished, or stay as they are', () => {
    fc.assert(
      fc.property(some, some, some, (permissions, before, wished) => {
        const after = outcome({ permissions, isSelf: false }, before, wished)
        const said = typeof after === 'string' ? after : after.toSorted()
        expect([wished.toSorted(), 'grant-not-yours']).toContainEqual(said)
      }),
    )
  })

  test('that the granter lacks are neither granted nor revoked', () => {
    fc.assert(
      fc.property(some, some, some, (permissions, before, wished) => {
        const differs = allPermissions.filter(
          (each) => before.includes(each) !== wished.includes(each),
        )
        const isRefused =
          outcome({ permissions, isSelf: false }, before, wished) === 'grant-not-yours'
        expect(isRefused).toBe(differs.some((each) => !holds(permissions, each)))
      }),
    )
  })

  test('can be changed one by one exactly where they are said to be grantable', () => {
    fc.assert(
      fc.property(some, some, fc.constantFrom(...allPermissions), (permissions, before, one) => {
        const granter = {
          permissions: [...permissions, 'administrate-users' as const],
          isSelf: false,
        }
        const wished = before.includes(one)
          ? before.filter((each) => each !== one)
          : [...before, one]
        const isDone = typeof outcome(granter, before, wished) !== 'string'
        expect(isDone).toBe(grantable(granter).includes(one))
      }),
    )
  })
})

describe('permissions of one’s own', () => {
  test('are never fewer afterwards, and never include anything that was not held', () => {
    fc.assert(
      fc.property(some, some, (own, wished) => {
        const after = outcome({ permissions: own, isSelf: true }, own, wished)
        if (typeof after === 'string') return
        for (const permission of allPermissions) {
          expect(holds(after, permission)).toBe(holds(own, permission))
        }
      }),
    )
  })

  test('cannot be revoked, and are not offered', () => {
    const own = ['manage-company-settings', 'list-all-users'] as const
    const self = { permissions: own, isSelf: true }
    expect(outcome(self, own, ['manage-company-settings'])).toBe('cannot-revoke-your-own')
    expect(grantable(self)).toEqual([])
  })
})

test('who only lists users is offered nothing to grant', () => {
  expect(grantable({ permissions: ['list-all-users'], isSelf: false })).toEqual([])
})

test('whoever administrates users can make nobody more than that', () => {
  const granter = { permissions: ['administrate-users'], isSelf: false } as const
  expect(outcome(granter, [], ['administrate-users', 'list-all-users'])).toHaveLength(2)
  expect(outcome(granter, [], ['show-all-usernames'])).toBe('grant-not-yours')
  expect(outcome(granter, ['manage-company-settings'], [])).toBe('grant-not-yours')
})
