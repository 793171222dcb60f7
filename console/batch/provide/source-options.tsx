import { Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { usePlan } from '../plan.ts'
import './provide.css'
import { FirstLine } from './first-line.tsx'
import { ReplaceSource } from './replace-source.tsx'
import { SourceNotices } from './source-notices.tsx'
import { SourceChoice } from './source-choice.tsx'
import { isAddresses, sourceProperties, type SourceProperty } from './source-properties.ts'
import { UploadProgress } from './upload-progress.tsx'
import { useReading } from './use-reading.ts'

/** What was recognised about the source of the batch, in a line; each thing can be changed until it is executed. */
export function SourceOptions() {
  const { t } = useTranslation('steps')
  const { batch } = usePlan()
  const reading = useReading()
  const { upload, asked } = reading
  const { name, format, rows } = batch.source
  const isChangeable = batch.state === 'draft' || batch.state === 'verified'

  const choose = (property: SourceProperty['property'], value: string) => {
    if (property !== 'header') return reading.read({ [property]: value })
    // What goes wrong is shown by the plan.
    reading.chooseHeader(value === 'yes').catch(() => undefined)
  }
  const properties = sourceProperties(batch.source, t).map((property) =>
    isChangeable && property.choices.length > 1 ? (
      <SourceChoice
        key={property.property}
        label={t(`source.${property.property}`)}
        {...property}
        isDisabled={upload.isBusy}
        {...(property.property !== 'header' && { warning: t('source.readingAnew') })}
        onChoose={(value) => choose(property.property, value)}
      />
    ) : (
      <span key={property.property} className="roster-quiet">
        {property.choices.find(({ value }) => value === property.value)?.label}
      </span>
    ),
  )

  return (
    <Stack component="section" gap="xs" aria-label={t('source.title')}>
      <Group gap="xs" fz="sm">
        <IconFileSpreadsheet size={18} stroke={1.6} aria-hidden className="roster-rigid" />
        <Text inherit fw={600} component="span" className="roster-break">
          {name ?? t('source.text')}
        </Text>
        {name !== null && <span className="roster-quiet">{t(`source.formats.${format}`)}</span>}
        {properties}
        {!isAddresses(batch.source) && (
          <FirstLine
            line={batch.source.firstLine}
            isFixed={!isChangeable}
            isDisabled={upload.isBusy}
            onChoose={(firstLine) => reading.read({ firstLine })}
          />
        )}
        <span className="roster-quiet">{t('source.rows', { count: rows })}</span>
        {isChangeable && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            disabled={upload.isBusy}
            onClick={reading.askForAnother}
          >
            {t('source.another')}
          </Button>
        )}
      </Group>
      <SourceNotices
        notices={batch.source.notices}
        onRead={isChangeable && !upload.isBusy ? reading.read : null}
      />
      <VisuallyHidden role="status">
        {reading.isRead && !upload.isBusy && t('source.isRead', { count: rows })}
      </VisuallyHidden>
      {upload.progress !== null && asked === null && (
        <UploadProgress progress={upload.progress} onCancel={upload.cancel} />
      )}
      {asked !== null && (
        <ReplaceSource
          asked={asked}
          upload={upload}
          onProvide={reading.provide}
          onClose={reading.dismiss}
        />
      )}
    </Stack>
  )
}
