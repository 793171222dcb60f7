import { useTranslation } from 'react-i18next'
import type { Guest } from '../../src/http/contract/directory.ts'
import { CopyTextButton } from '../ui/copy-text-button.tsx'

/** A guest’s link to copy. It lets in whoever has it, so the screen does not show it. */
export function GuestLink({ guest }: { readonly guest: Guest }) {
  const { t } = useTranslation('directory')
  const { link, email, room } = guest
  return <CopyTextButton compact value={link} label={t('guests.copy', { email, room })} />
}
