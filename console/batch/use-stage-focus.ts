import { useEffect, useRef, type RefObject } from 'react'
import type { Stage } from './stage.ts'

/**
 * Leads the focus to what took the place of the button that was pressed: otherwise it would be lost with it. Whoever
 * is busy elsewhere on the page is left there.
 */
export function useStageFocus(stage: Stage): RefObject<HTMLElement | null> {
  const section = useRef<HTMLElement>(null)
  const shown = useRef(stage)
  useEffect(() => {
    if (shown.current === stage) return
    shown.current = stage
    const focused = document.activeElement
    const isFree =
      focused === null || focused === document.body || focused.closest('[role="dialog"]') !== null
    if (isFree) section.current?.focus({ preventScroll: true })
  }, [stage])
  return section
}
