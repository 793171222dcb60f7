import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../../src/http/contract/audit.ts'
import { useOperation } from '../batch/use-operation.ts'
import { EmailAddress } from '../ui/email-address.tsx'
import { audit } from '../words/audit.ts'
import { shortId } from './short-id.ts'

/** To what it was done, and the way there, as long as it is there. */
export function AuditSubject({ subject }: Pick<AuditEntry, 'subject'>) {
  const { t } = useTranslation('audit')
  const { label } = useOperation(subject?.name ?? '')
  if (subject === null) return null
  const { kind, id, name } = subject
  const said = t(`kinds.${isKind(kind) ? kind : 'other'}`)
  // A batch bears the name of its operation.
  const named = kind === 'batch' && label !== '' ? label : name
  if (id === null) return named ?? said
  if (name === null && kind === 'user') return t('actor.user', { id: shortId(id) })
  return (
    <SubjectLink kind={kind} id={id}>
      {named ?? t('thing', { kind: said, id: shortId(id) })}
    </SubjectLink>
  )
}

function SubjectLink(props: {
  readonly kind: string
  readonly id: string
  readonly children: string
}) {
  const { kind, id, children } = props
  const to = () => {
    if (kind === 'user') return { to: '/users/$user', params: { user: id } } as const
    if (kind === 'room') return { to: '/rooms/$room', params: { room: id } } as const
    if (kind === 'batch') return { to: '/batch-operations/$batch', params: { batch: id } } as const
    if (kind === 'mail') return { to: '/mail-outbox', search: { open: id } } as const
    return null
  }
  const place = to()
  if (place === null) return children
  return (
    <Anchor
      size="sm"
      className="roster-break"
      renderRoot={(props) => <Link {...place} {...props} />}
    >
      <EmailAddress email={children} />
    </Anchor>
  )
}

function isKind(kind: string): kind is keyof typeof audit.en.kinds {
  return Object.hasOwn(audit.en.kinds, kind)
}
