import { Anchor, Box, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Mail } from '../../src/http/contract/directory.ts'
import { Moment } from '../ui/moment.tsx'

/** Who a mail is to, which opens it. A narrow window has no columns for the subject and the time. */
export function MailCell({ mail }: { readonly mail: Mail }) {
  return (
    <Box miw={140}>
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
        {mail.to}
      </Anchor>
      <Text size="sm" className="roster-quiet roster-break" hiddenFrom="md">
        {mail.subject}
      </Text>
      <Text size="sm" className="roster-quiet" hiddenFrom="sm">
        <Moment at={mail.createdAt} />
      </Text>
    </Box>
  )
}
