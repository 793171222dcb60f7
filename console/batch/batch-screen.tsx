import { Stack } from '@mantine/core'
import type { Batch } from '../../src/http/contract/batch.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { AwayNotice } from './away-notice.tsx'
import { BatchStateBadge } from './batch-state-badge.tsx'
import { ClearedBatch } from './cleared-batch.tsx'
import { RememberedMapping } from './map/remembered-mapping.tsx'
import { PlanContext } from './plan.ts'
import { SourceOptions } from './provide/source-options.tsx'
import { RowsSection } from './rows-section.tsx'
import { StageSection } from './stage-section.tsx'
import { Steps } from './steps.tsx'
import { useChanges } from './use-changes.ts'
import { useFreshRows } from './use-fresh-rows.ts'
import { useOperation } from './use-operation.ts'

/** A batch with all that can be done with it in its present state. Leaving it loses nothing: the server keeps it. */
export function BatchScreen(props: { readonly batch: Batch; readonly isAway: boolean }) {
  const { batch, isAway } = props
  const plan = useChanges(batch)
  const { label } = useOperation(batch.operation)
  useFreshRows(batch)
  return (
    <PlanContext value={plan}>
      <PageTitle title={label}>
        <BatchStateBadge state={batch.state} />
      </PageTitle>
      <Stack gap="lg">
        <Steps current={3} />
        {batch.clearedAt === null ? (
          <>
            <SourceOptions />
            {isAway && <AwayNotice state={batch.state} />}
            <FailureNotice error={plan.failure} />
            <RememberedMapping />
            <StageSection />
            <RowsSection />
          </>
        ) : (
          <ClearedBatch batch={batch} />
        )}
      </Stack>
    </PlanContext>
  )
}
