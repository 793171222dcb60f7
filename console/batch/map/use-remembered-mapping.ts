import { useState } from 'react'
import type { Batch, MappingChoiceBody } from '../../../src/http/contract/batch.ts'
import { forgetMapping, mapBatch } from '../../api/batches.ts'
import { usePlan } from '../plan.ts'

/** The mapping that is remembered for the columns of the batch on the screen, and what can be done with it. */
export function useRememberedMapping(): {
  /** Null: there is none, it is in use, or nothing can be changed any more. */
  readonly offered: Batch['remembered']
  /** It was taken here, and can be given back. */
  readonly isUsed: boolean
  readonly use: () => void
  readonly undo: () => void
  readonly forget: () => void
} {
  const { batch, change } = usePlan()
  const [before, setBefore] = useState<MappingChoiceBody | null>(null)
  const { batch: id, remembered } = batch
  const isChangeable = batch.state === 'draft' || batch.state === 'verified'

  // What goes wrong is shown by the plan.
  const map = (choice: MappingChoiceBody) => change(() => mapBatch(id, choice))
  return {
    offered: isChangeable ? remembered : null,
    isUsed: isChangeable && batch.asBefore && before !== null,
    use() {
      if (remembered === null) return
      const { fields, ignore, fullName } = remembered
      const present = presentChoice(batch)
      map({ header: true, fields, ignore, fullName }).then(
        () => setBefore(present),
        () => undefined,
      )
    },
    undo() {
      if (before === null) return
      map(before).then(
        () => setBefore(null),
        () => undefined,
      )
    },
    forget: () => void change(() => forgetMapping(id)).catch(() => undefined),
  }
}

/** The mapping of a batch as a person would choose it: the halves of full names come of themselves. */
function presentChoice({ columns, fullName, source }: Batch): MappingChoiceBody {
  const own = columns.filter(({ half }) => half === null)
  return {
    header: source.header,
    fields: Object.fromEntries(
      own.flatMap(({ field, column }) => (field === null ? [] : [[field, column]])),
    ),
    ignore: own
      .filter(({ field, column }) => field === null && column !== fullName)
      .map(({ column }) => column),
    fullName,
  }
}
