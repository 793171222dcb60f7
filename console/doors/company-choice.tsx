import { Button, Stack } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../ui/failure-notice.tsx'
import type { CompanyToChoose } from './companies-in.ts'

/**
 * Asks into which company, where somebody is a user of several; nothing has to be typed again.
 * @param props.error why the last choice did not work
 * @param props.onOther called by who wants to be somebody else
 */
export function CompanyChoice(props: {
  readonly companies: readonly CompanyToChoose[]
  readonly isPending: boolean
  readonly error?: unknown
  readonly onChoose: (company: string) => void
  readonly onOther: () => void
}) {
  const { t } = useTranslation('doors')
  return (
    <Stack gap="xs">
      {props.companies.map(({ id, name }) => (
        <Button
          key={id}
          variant="default"
          size="md"
          className="roster-high-button"
          justify="start"
          leftSection={<IconBuilding size={18} aria-hidden />}
          disabled={props.isPending}
          onClick={() => props.onChoose(id)}
        >
          {name}
        </Button>
      ))}
      <FailureNotice error={props.error} />
      <Button variant="subtle" onClick={props.onOther}>
        {t('signIn.company.other')}
      </Button>
    </Stack>
  )
}
