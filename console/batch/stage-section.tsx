import { Stack, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ExecutionProgress } from './execute/execution-progress.tsx'
import { Overview } from './overview/overview.tsx'
import { usePlan } from './plan.ts'
import { Interruption } from './result/interruption.tsx'
import { Result } from './result/result.tsx'
import { stageOf } from './stage.ts'
import { useKeptPlan } from './use-kept-plan.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { Draft } from './verify/draft.tsx'

/** What stands above the rows: by what the batch is about just now. */
export function StageSection() {
  const { t } = useTranslation('batch')
  const { batch, isVerifying } = usePlan()
  const kept = useKeptPlan(batch, isVerifying)
  const stage = kept === null ? stageOf[batch.state] : 'verified'
  const section = useKeptFocus<HTMLElement>(`${stage} ${batch.digest}`)
  return (
    <section ref={section} tabIndex={-1} aria-label={t(`stage.${stage}`)} className="roster-stage">
      <VisuallyHidden component="h2">{t(`stage.${stage}`)}</VisuallyHidden>
      {stage === 'draft' && <Draft />}
      {stage === 'verified' && <Overview batch={kept ?? batch} />}
      {stage === 'executing' && <ExecutionProgress batch={batch} />}
      {(stage === 'interrupted' || stage === 'done') && (
        <Stack gap="md">
          {stage === 'interrupted' && <Interruption batch={batch} />}
          <Result batch={batch} />
        </Stack>
      )}
    </section>
  )
}
