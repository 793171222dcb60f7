import { Paper, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** One part of one's own account, under its heading. */
export function AccountSection(props: {
  readonly name: 'profile' | 'password' | 'sessions' | 'keys' | 'data'
  readonly children: ReactNode
}) {
  const { t } = useTranslation('account')
  const { name } = props
  return (
    <Paper
      withBorder
      p={{ base: 'md', xs: 'lg' }}
      radius="md"
      component="section"
      id={name}
      aria-labelledby={`${name}-heading`}
    >
      <Title order={2} size="h4" id={`${name}-heading`}>
        {t(`${name}.title`)}
      </Title>
      {name !== 'profile' && (
        <Text size="sm" className="roster-quiet">
          {t(`${name}.text`)}
        </Text>
      )}
      <div className="account-section">{props.children}</div>
    </Paper>
  )
}
