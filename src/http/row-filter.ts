import { z } from 'zod'
import type { RowState } from '../domain/batch.ts'
import { RequestError } from '../domain/request-error.ts'
import type { RowFilter } from '../domain/row-filter.ts'
import { rowFilter as body, type RowFilter as Body } from './contract/batch.ts'

const { state, ...others } = body.shape

/** One state, or several: the parameter may be repeated. */
export const stateQuery = z
  .union([state.unwrap().element, state.unwrap()])
  .optional()
  .describe('Only rows that are in one of these; `problems`: error or failed.')

/** The filter as the parameters of a query. */
export const rowFilterQuery = z.object({
  ...others,
  state: stateQuery,
  leftOut: z.enum(['true', 'false']).optional(),
})

/** @throws RequestError `invalid-request` for a value of no field */
export function rowFilterOf(asked: z.infer<typeof rowFilterQuery> | Body): RowFilter {
  const { state, problem, field, value, leftOut, search } = asked
  if (value !== undefined && field === undefined) {
    throw new RequestError('invalid-request', { reason: 'value-of-no-field' })
  }
  return {
    states: statesOf(state),
    problem,
    field,
    value,
    leftOut: leftOut === undefined ? undefined : leftOut === true || leftOut === 'true',
    search: search === '' ? undefined : search,
  }
}

/** The states that are meant; undefined: all. */
export function statesOf(asked: z.infer<typeof stateQuery>): readonly RowState[] | undefined {
  if (asked === undefined) return undefined
  return [asked]
    .flat()
    .flatMap((state): RowState[] => (state === 'problems' ? ['error', 'failed'] : [state]))
}
