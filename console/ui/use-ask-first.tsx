import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** What is asked before something is done. */
interface Question {
  readonly title: string
  /** What it will mean. */
  readonly text: ReactNode
  /** The button that does it. */
  readonly confirm: string
  /** Something ends by it, or is gone. */
  readonly isHarmful: boolean
  readonly onConfirm: () => void
}

/** @returns what asks before something is done, in a dialog of its own */
export function useAskFirst(): (question: Question) => void {
  const { t } = useTranslation('frame')
  return ({ title, text, confirm, isHarmful, onConfirm }) =>
    void modals.openConfirmModal({
      title,
      children: <Text size="sm">{text}</Text>,
      labels: { confirm, cancel: t('cancel') },
      confirmProps: isHarmful ? { color: 'red' } : {},
      onConfirm,
    })
}
