import { Anchor, Box, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { EmailAddress } from '../ui/email-address.tsx'

/**
 * Somebody’s address; `children` stand below it where the window has no room for their own columns.
 * @param props.user leads to the page of the user with this id
 */
export function Person(props: {
  readonly email: string
  readonly user?: string
  readonly children?: ReactNode
}) {
  const { email, user } = props
  return (
    <Box miw={140}>
      {user === undefined ? (
        <Text size="sm" className="roster-break">
          <EmailAddress email={email} />
        </Text>
      ) : (
        <Anchor
          size="sm"
          fw={500}
          className="data-table-row-link roster-break"
          renderRoot={(props) => <Link to="/users/$user" params={{ user }} {...props} />}
        >
          <EmailAddress email={email} />
        </Anchor>
      )}
      {props.children}
    </Box>
  )
}
