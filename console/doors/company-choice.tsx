import { Button, Stack } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CompanyToChoose } from './companies-in.ts'
import type { Entrance } from './use-entrance.ts'

/** Asks into which company, where address and password fit several; nothing has to be typed again. */
export function CompanyChoice(props: {
  readonly companies: readonly CompanyToChoose[]
  readonly entrance: Entrance
}) {
  const { t } = useTranslation('doors')
  const { enter, tried, isPending, reset } = props.entrance
  const choose = (company: string) => {
    if (tried !== undefined && 'email' in tried) enter({ ...tried, company })
  }
  return (
    <Stack gap="xs">
      {props.companies.map(({ id, name }) => (
        <Button
          key={id}
          variant="default"
          size="md"
          justify="start"
          leftSection={<IconBuilding size={18} aria-hidden />}
          disabled={isPending}
          onClick={() => choose(id)}
        >
          {name}
        </Button>
      ))}
      <Button variant="subtle" onClick={reset}>
        {t('signIn.company.other')}
      </Button>
    </Stack>
  )
}
