import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useOperation } from '../use-operation.ts'
import { ExecuteQuestion } from './execute-question.tsx'
import type { Execution } from './use-execution.ts'

/** Asks once, with the numbers, before anything is executed. */
export function ExecuteDialogue(props: { readonly execution: Execution }) {
  const { t } = useTranslation('batch')
  const { t: frame } = useTranslation('frame')
  const { asked, close, isSending } = props.execution
  const { label } = useOperation(asked?.operation ?? '')
  return (
    <Modal
      opened={asked !== null}
      onClose={close}
      closeOnEscape={!isSending}
      closeOnClickOutside={!isSending}
      title={<strong>{t('execute.title', { operation: label })}</strong>}
      closeButtonProps={{ 'aria-label': frame('close') }}
      centered
    >
      {asked !== null && (
        // Another plan is another question: nothing that was ticked or typed for the former counts.
        <ExecuteQuestion key={asked.digest} plan={asked} execution={props.execution} />
      )}
    </Modal>
  )
}
