import { MantineProvider } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { themeIn } from '../../theme.ts'
import { styleNonce } from './style-nonce.ts'

/** What every page may count on: the look, questions in between, short messages, and the API's answers. */
export function Providers(props: {
  readonly queryClient: QueryClient
  readonly children: ReactNode
}) {
  const { t } = useTranslation('frame')
  const theme = useMemo(() => themeIn({ close: t('close') }), [t])
  return (
    <QueryClientProvider client={props.queryClient}>
      <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
        <Notifications position="bottom-right" />
        <ModalsProvider>{props.children}</ModalsProvider>
      </MantineProvider>
    </QueryClientProvider>
  )
}
