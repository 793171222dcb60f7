import { IconTicket } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PermittedButton } from '../ui/permitted-button.tsx'

/** Leads to the batch that invites guests. */
export function InviteGuests() {
  const { t } = useTranslation('directory')
  return (
    <PermittedButton
      needs="manage-company-settings"
      leftSection={<IconTicket size={16} aria-hidden />}
      renderRoot={(props) => (
        <Link to="/batch-operations" search={{ operation: 'invite-guests' }} {...props} />
      )}
    >
      {t('guests.invite')}
    </PermittedButton>
  )
}
