import { Container } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { FailureNotice } from './failure-notice.tsx'

/** Stands in the place of a page that could not be shown. */
export function FailurePage(props: { readonly error: unknown }) {
  const router = useRouter()
  return (
    <Container size="sm" py="xl">
      <FailureNotice error={props.error} onRetry={() => void router.invalidate()} />
    </Container>
  )
}
