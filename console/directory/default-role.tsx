import { useTranslation } from 'react-i18next'
import type { Role } from '../../src/domain/role.ts'

/** The default role of a room in words; a room may have none. */
export function DefaultRole({ role }: { readonly role: Role | null }) {
  const { t } = useTranslation('frame')
  return role === null ? t('noRole') : t(`roles.${role}`)
}
