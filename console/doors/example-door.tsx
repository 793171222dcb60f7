import { Button, Text } from '@mantine/core'
import { IconDoorEnter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Entrance } from './use-entrance.ts'

/** One click into the example company, for whoever sits at the machine that serves it. */
export function ExampleDoor(props: {
  readonly company: string
  readonly email: string
  readonly entrance: Entrance
}) {
  const { t } = useTranslation('doors')
  const { company, email, entrance } = props
  return (
    <>
      <Text size="sm">{t('signIn.exampleText', { company, email })}</Text>
      <Button
        leftSection={<IconDoorEnter size={18} aria-hidden />}
        className="roster-high-button"
        loading={entrance.isPending}
        onClick={() => entrance.enter({ example: true })}
      >
        {t('signIn.example')}
      </Button>
    </>
  )
}
