import { Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Source } from '../../api/upload.ts'
import { exampleText } from '../select/example-text.ts'
import { usePlan } from '../plan.ts'
import { useOperation } from '../use-operation.ts'
import type { ReadingChoices } from './kept-sources.ts'
import { ProvideSource } from './provide-source.tsx'
import type { Asked } from './use-reading.ts'
import { noSource } from './use-unsent-source.ts'
import type { Upload } from './use-upload.ts'

/** Asks for another source of the batch, or for the same once more, and says why. */
export function ReplaceSource(props: {
  readonly asked: Asked
  readonly upload: Omit<Upload<never>, 'send'>
  readonly onProvide: (source: Source, choices?: ReadingChoices) => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation(['steps', 'frame'])
  const { batch } = usePlan()
  const { operation } = useOperation(batch.operation)
  const [unsent, setUnsent] = useState(noSource)
  const { name } = batch.source
  const isAnother = props.asked.what === 'another'
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="xl"
      title={isAnother ? t('source.anotherTitle') : t('source.again')}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <Stack gap="sm">
        {!isAnother && (
          <Text size="sm">
            {name === null ? t('source.againEntered') : t('source.againText', { name })}
          </Text>
        )}
        <Text size="sm">{t('source.readingAnew')}</Text>
        <ProvideSource
          unsent={unsent}
          onUnsent={setUnsent}
          upload={props.upload}
          send={props.onProvide}
          example={operation === undefined ? '' : exampleText(operation)}
          blocked={null}
        />
      </Stack>
    </Modal>
  )
}
