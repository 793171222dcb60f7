import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { OperationDescription } from '../../../src/http/contract/operation.ts'
import { templateAddress } from '../../api/operations.ts'
import { CopyTextButton } from '../../ui/copy-text-button.tsx'
import { useShownLanguage } from '../../words/use-shown-language.ts'
import { exampleCells } from './example-cells.ts'
import { ExampleTable } from './example-table.tsx'
import { RequiredFields } from './required-fields.tsx'
import './select.css'

/** What an operation does and needs, an example of it, and templates to fill in; all from its own description. */
export function OperationDetails(props: {
  readonly operation: OperationDescription
  readonly onUseExample: () => void
}) {
  const { operation } = props
  const { t } = useTranslation('steps')
  const language = useShownLanguage()
  return (
    <Stack gap="md">
      <Text>{operation.summary[language]}</Text>
      <div className="roster-details">
        <div className="roster-details-parts">
          <Stack gap="xs">
            <Title order={3} size="h5">
              {t('fields')}
            </Title>
            <RequiredFields operation={operation} />
            <Text size="sm" className="roster-quiet">
              {t('anyOrder')}
            </Text>
          </Stack>
          <Stack gap="xs" miw={0}>
            <Title order={3} size="h5">
              {t('example')}
            </Title>
            <ExampleTable operation={operation} label={t('example')} />
            <Group gap="xs">
              <CopyTextButton value={exampleCells(operation, language)} label={t('copyExample')} />
              <Button variant="default" size="xs" onClick={props.onUseExample}>
                {t('useExample')}
              </Button>
            </Group>
          </Stack>
        </div>
      </div>
      <Group gap="xs">
        <Text size="sm">{t('template')}</Text>
        <Template operation={operation.operation} format="xlsx" />
        <Template operation={operation.operation} format="csv" />
      </Group>
    </Stack>
  )
}

function Template(props: { readonly operation: string; readonly format: 'xlsx' | 'csv' }) {
  const { t } = useTranslation('steps')
  const language = useShownLanguage()
  return (
    <Button
      component="a"
      href={templateAddress(props.operation, props.format, language)}
      download
      variant="default"
      size="xs"
      leftSection={<IconDownload size={16} aria-hidden />}
    >
      {t(`templates.${props.format}`)}
    </Button>
  )
}
