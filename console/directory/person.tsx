import { Box, Text } from '@mantine/core'
import type { ReactNode } from 'react'

/** Somebody’s address; `children` stand below it where the window has no room for their own columns. */
export function Person(props: { readonly email: string; readonly children?: ReactNode }) {
  return (
    <Box miw={140}>
      <Text size="sm">{props.email}</Text>
      {props.children}
    </Box>
  )
}
