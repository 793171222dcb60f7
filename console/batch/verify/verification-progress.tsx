import { useTimeout } from '@mantine/hooks'
import { useState } from 'react'
import { RunningVerification } from './running-verification.tsx'

/** How a verification comes along, once it is not over in a moment. */
export function VerificationProgress(props: { readonly rows: number }) {
  const [isLong, setIsLong] = useState(false)
  useTimeout(() => setIsLong(true), 600, { autoInvoke: true })
  return isLong ? <RunningVerification rows={props.rows} /> : null
}
