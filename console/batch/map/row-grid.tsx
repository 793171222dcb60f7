import { Group, Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MappingChoiceBody } from '../../../src/http/contract/batch.ts'
import type { OperationDescription } from '../../../src/http/contract/operation.ts'
import { mapBatch } from '../../api/batches.ts'
import type { ShownLanguage } from '../../words/index.ts'
import { rowFilterOf } from '../batch-search.ts'
import { usePlan } from '../plan.ts'
import { useOperation } from '../use-operation.ts'
import { chooseColumn } from './choose-column.ts'
import { gridColumns } from './grid-columns.ts'
import { GridContext, type Grid } from './grid-context.ts'
import { GridFrame } from './grid-frame.tsx'
import type { OpenCell } from './open-cell.ts'
import { RemoveUnused } from './remove-unused.tsx'
import { RemovedColumns } from './removed-columns.tsx'
import { isEditable as isEditableBatch } from './row-standing.ts'
import { splitNames } from './split-names.ts'
import { useRemovedColumns } from './use-removed-columns.ts'
import { useRowActs } from './use-row-acts.ts'

/**
 * All rows of the batch, as the address narrows them down: the operation's fields with their columns to choose, what
 * happens with each row, and every cell to be corrected. Stands within a `PlanContext`.
 */
export function RowGrid() {
  const { operation } = useOperation(usePlan().batch.operation)
  if (operation === undefined) return <Skeleton height={320} />
  return <OperationGrid operation={operation} />
}

function OperationGrid({ operation }: { readonly operation: OperationDescription }) {
  const { t, i18n } = useTranslation(['grid', 'frame'])
  const language = i18n.language as ShownLanguage
  const { batch, isVerifying, change } = usePlan()
  const { removed, remove, bringBack } = useRemovedColumns()
  const filter = rowFilterOf(useSearch({ from: '/framed/batch-operations/$batch' }))
  const { said, ...acts } = useRowActs()
  const [opened, setOpened] = useState<OpenCell | null>(null)
  const isEditable = isEditableBatch(batch)
  const isPlanned = batch.state !== 'draft' || isVerifying
  const columns = useMemo(
    () => gridColumns(batch, operation, { language, isPlanned, isEditable }),
    [batch, operation, language, isPlanned, isEditable],
  )
  const sources = columns.flatMap((column) => (column.kind === 'unused' ? [column.source] : []))
  // What goes wrong is said by the page, with all that a change needs.
  const map = (choice: MappingChoiceBody) =>
    void change(() => mapBatch(batch.batch, choice)).catch(() => {})
  const grid: Grid = {
    ...acts,
    batch,
    words: { t, language },
    isEditable,
    isPlanned,
    choose: (field, column) => map(chooseColumn(batch, field, column)),
    split: (column) => map(splitNames(batch, column)),
    removeColumn: remove,
    close: () => setOpened(null),
  }
  return (
    <GridContext value={grid}>
      <Stack gap="xs">
        <Group justify="end" gap="xs">
          <RemoveUnused
            columns={sources.filter(
              ({ number, column }) => !removed.includes(number) && column !== batch.fullName,
            )}
            onRemove={remove}
          />
          <RemovedColumns
            columns={sources.filter(({ number }) => removed.includes(number))}
            onBringBack={bringBack}
          />
        </Group>
        <VisuallyHidden role="status">{said}</VisuallyHidden>
        <GridFrame
          // Other rows: the grid begins at its top again.
          key={JSON.stringify(filter)}
          columns={columns}
          removed={removed}
          filter={filter}
          opened={opened}
          onOpen={setOpened}
        />
      </Stack>
    </GridContext>
  )
}
