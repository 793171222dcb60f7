import { Alert, Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { renewInvitation } from '../api/invitation.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'

/** Has an invitation mailed anew, to nobody but who was invited. */
export function RenewInvitation(props: {
  readonly token: string
  readonly label: 'renew' | 'again'
}) {
  const { t } = useTranslation('doors')
  const { mutate, error, isPending, isSuccess } = useMutation({
    mutationFn: () => renewInvitation(props.token),
  })
  if (isSuccess) {
    return (
      <Alert role="status" color="green" icon={<IconMail aria-hidden />}>
        {t('invitation.renewed')}
      </Alert>
    )
  }
  return (
    <>
      <FailureNotice error={error} />
      <Button loading={isPending} onClick={() => mutate()}>
        {t(`invitation.${props.label}`)}
      </Button>
    </>
  )
}
