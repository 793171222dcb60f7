import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { sessionsQuery } from '../api/account.ts'
import { EndSessions } from '../forms/end-sessions.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { SessionEntry } from './session-entry.tsx'

/** Where one is signed in: each session can be ended, and all of them at once. */
export function Sessions() {
  const { data: sessions = [], error, refetch } = useQuery(sessionsQuery)
  return (
    <Stack gap="md">
      <FailureNotice error={error} onRetry={() => void refetch()} />
      <ul className="roster-plain-list">
        {sessions.map((session) => (
          <SessionEntry key={session.id} session={session} />
        ))}
      </ul>
      {sessions.length > 0 && (
        <div>
          <EndSessions count={sessions.length} />
        </div>
      )}
    </Stack>
  )
}
