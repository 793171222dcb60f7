import { useOperation } from '../use-operation.ts'
import { useGrid } from './grid-context.ts'
import { isNamePart } from './split-names.ts'

/** Which column of full names is split, and which columns could be. */
export function useFullNames(): {
  /** The title of the column that is split; null: none is. */
  readonly splitTitle: string | null
  readonly isSplit: (column: string) => boolean
  /** By their names: columns whose cells are not used for something else than a name. */
  readonly canSplit: (column: string) => boolean
} {
  const { batch } = useGrid()
  const { operation } = useOperation(batch.operation)
  const { columns, fullName } = batch
  const takesHalves =
    operation?.fields.filter(({ field }) => isNamePart(field)).length === nameParts
  const splittable = columns.filter(
    ({ column, field, half, secret }) =>
      takesHalves &&
      half === null &&
      !secret &&
      column !== fullName &&
      (field === null || isNamePart(field)),
  )
  return {
    splitTitle: columns.find(({ column }) => column === fullName)?.title ?? null,
    isSplit: (column) => column === fullName,
    canSplit: (one) => splittable.some(({ column }) => column === one),
  }
}

const nameParts = 2
