import { Anchor, Box, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Mail } from '../../src/http/contract/mail.ts'
import { EmailAddress } from '../ui/email-address.tsx'
import { Moment } from '../ui/moment.tsx'
import { MailStateBadge } from './mail-state-badge.tsx'

/** Who a mail is to, which opens it. A narrow window has no columns for the rest, so it stands below. */
export function MailCell({ mail }: { readonly mail: Mail }) {
  return (
    <Box miw={170}>
      <Anchor
        size="sm"
        fw={500}
        className="data-table-row-link roster-break"
        renderRoot={(props) => (
          <Link
            from="/mail-outbox"
            to="."
            search={(before) => ({ ...before, open: mail.id })}
            resetScroll={false}
            {...props}
          />
        )}
      >
        <EmailAddress email={mail.to} />
      </Anchor>
      <Text size="sm" className="roster-quiet roster-break" hiddenFrom="md">
        {mail.subject}
      </Text>
      <Group gap="xs" mt={4} hiddenFrom="sm">
        <MailStateBadge state={mail.state} />
        <Text size="sm" className="roster-quiet">
          <Moment at={mail.createdAt} />
        </Text>
      </Group>
    </Box>
  )
}
