import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { describeFailure } from './describe-failure.ts'

/** @returns what says why something failed where no place on the page could: in a note above it */
export function useTellFailure(): (error: unknown) => void {
  const { t } = useTranslation('frame')
  return (error) => void notifications.show({ color: 'red', message: describeFailure(error, t) })
}
