import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../src/http/contract/batch.ts'
import { mapBatch } from '../../api/batches.ts'
import { splitNames } from '../map/split-names.ts'
import { usePlan } from '../plan.ts'

/** Where a part of the name has no column: the one that may hold full names can be split. Nothing where there is none. */
export function SplitOffer() {
  const { t } = useTranslation('batch')
  const { batch, change } = usePlan()
  const column = columnOfNames(batch)
  if (column === undefined) return null
  // What goes wrong is shown by the plan.
  const split = () =>
    void change(() => mapBatch(batch.batch, splitNames(batch, column.column))).catch(() => {})
  return (
    <Group>
      <Button variant="default" size="xs" onClick={split}>
        {t('verify.split', { column: column.title })}
      </Button>
    </Group>
  )
}

/** The one column whose title speaks of names, unless it is used for something else. */
function columnOfNames({ missing, columns, fullName }: Batch) {
  if (fullName !== null || !missing.some((field) => parts.has(field))) return undefined
  const [only, ...others] = columns.filter(
    ({ title, field, secret }) =>
      !secret &&
      (field === null || parts.has(field)) &&
      /name|nom\b|nombre|nominativo/iu.test(title),
  )
  return others.length === 0 ? only : undefined
}

const parts: ReadonlySet<string> = new Set(['firstName', 'lastName'])
