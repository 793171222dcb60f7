import { Button, Stack, type ButtonProps } from '@mantine/core'
import { IconDoorEnter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../ui/failure-notice.tsx'

/**
 * Hands over to the meeting server.
 * @param props.enter asks for the address at which the room is entered
 */
export function EnterButton(
  props: ButtonProps & {
    readonly enter: () => Promise<{ readonly address: string }>
  },
) {
  const { t } = useTranslation('rooms-of-mine')
  const { enter, ...button } = props
  const { mutate, error, isPending } = useMutation({
    mutationFn: enter,
    // The address carries who comes in: it stays nowhere here.
    gcTime: 0,
    onSuccess: ({ address }) => window.location.assign(address),
  })
  return (
    <Stack gap="xs" align={props.fullWidth === true ? 'stretch' : 'start'}>
      <Button
        {...button}
        leftSection={<IconDoorEnter size={18} aria-hidden />}
        loading={isPending}
        onClick={() => mutate()}
      >
        {t('enter')}
      </Button>
      <FailureNotice error={error} />
    </Stack>
  )
}
