import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../../src/http/contract/audit.ts'
import { EmailAddress } from '../ui/email-address.tsx'
import { shortId } from './short-id.ts'

/** Who did it: a user leads to their page, who is gone has a pseudonym. */
export function AuditActor({ actor }: Pick<AuditEntry, 'actor'>) {
  const { t } = useTranslation('audit')
  const { kind, id, name } = actor
  if (name === null) return t(`actor.${kind}`, { id: shortId(id) })
  if (kind !== 'user' || id === null) return name
  return (
    <Anchor
      size="sm"
      className="roster-break"
      renderRoot={(props) => <Link to="/users/$user" params={{ user: id }} {...props} />}
    >
      <EmailAddress email={name} />
    </Anchor>
  )
}
