import { SimpleGrid, Stack, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../api/use-may.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import './new-batch-page.css'
import { addText } from './provide/add-text.ts'
import { MoreOptions } from './provide/more-options.tsx'
import { ProvideSource } from './provide/provide-source.tsx'
import { useNewBatch } from './provide/use-new-batch.ts'
import { exampleText } from './select/example-text.ts'
import { SelectOperation } from './select/select-operation.tsx'
import { StepPanel } from './step-panel.tsx'
import { UnfinishedBatches } from './unfinished-batches.tsx'
import { useOperation } from './use-operation.ts'

/** Where a batch begins: the first two steps, and the batches that were begun before. */
export function NewBatchPage() {
  const { t } = useTranslation(['steps', 'frame'])
  const may = useMay('manage-company-settings')
  return (
    <div className="roster-new-batch">
      <PageTitle title={t('frame:batchOperations')} text={t('intro')} />
      {may ? (
        <Stack gap="xl">
          <FirstSteps />
          <UnfinishedBatches />
        </Stack>
      ) : (
        <EmptyState icon={IconLock} title={t('notPermitted.title')} text={t('notPermitted.text')} />
      )}
    </div>
  )
}

function FirstSteps() {
  const { t } = useTranslation('steps')
  const { operation: asked } = route.useSearch()
  const navigate = route.useNavigate()
  const { operation } = useOperation(asked ?? '')
  const { unsent, setUnsent, ...batch } = useNewBatch(operation?.operation)
  const example = operation === undefined ? '' : exampleText(operation)

  return (
    <SimpleGrid cols={{ base: 1, xl: 2 }} spacing="lg" className="roster-first-steps">
      <StepPanel step={1} state={operation === undefined ? 'current' : 'done'}>
        {(heading) => (
          <SelectOperation
            labelledBy={heading}
            selected={asked}
            onSelect={(operation) => void navigate({ search: { operation }, replace: true })}
            onUseExample={() => setUnsent({ ...unsent, text: addText(unsent.text, example) })}
          />
        )}
      </StepPanel>
      <StepPanel step={2} state={operation === undefined ? 'to-come' : 'current'}>
        {() => (
          <>
            <ProvideSource
              unsent={unsent}
              onUnsent={setUnsent}
              upload={batch.upload}
              send={batch.send}
              example={example}
              blocked={operation === undefined ? t('selectFirst') : null}
            />
            <MoreOptions language={batch.language} onLanguage={batch.setLanguage} />
            <Text size="sm" className="roster-quiet">
              {t('nothingYet')}
            </Text>
          </>
        )}
      </StepPanel>
    </SimpleGrid>
  )
}

const route = getRouteApi('/framed/batch-operations')
