import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Guest } from '../../src/http/contract/directory.ts'
import { deleteGuest } from '../api/directory.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { focusContent } from '../ui/focus-content.ts'
import { useDirectoryChanged } from './use-directory-changed.tsx'

/** Asks whether a guest is to be deleted, with name and room, and deletes them: the link dies at once. */
export function DeleteGuest(props: {
  readonly guest: Guest
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const { guest, opened, onClose } = props
  const { t } = useTranslation('guest')
  const { t: common } = useTranslation('frame')
  const { name, email, room } = guest
  const changed = useDirectoryChanged()
  const act = useMutation({
    mutationFn: () => deleteGuest(guest.id),
    onSuccess: () => {
      onClose()
      // The button that asked goes with the row; whoever uses the keyboard goes on with the page.
      requestAnimationFrame(focusContent)
      void changed(t('deleted', { name }))
    },
  })
  return (
    <Modal opened={opened} onClose={onClose} returnFocus={!act.isSuccess} title={t('deleteTitle')}>
      <Stack>
        <Text className="roster-break">{t('deleteText', { name, email, room })}</Text>
        <Text size="sm" className="roster-quiet">
          {t('deleteOther')}
        </Text>
        <FailureNotice error={act.error} />
        <Group justify="end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {common('cancel')}
          </Button>
          <Button color="red" loading={act.isPending} onClick={() => act.mutate()}>
            {t('deleteButton')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
