import { useEffect, type FocusEvent, type RefObject } from 'react'

/** Brings the focus to the cell that has become the grid's tab stop, if the grid has the focus. */
export function useTabStop(cell: RefObject<HTMLElement | null>, isTabStop: boolean): void {
  useEffect(() => {
    const element = cell.current
    const grid = element?.closest<HTMLElement>('[role=grid]')
    const isWanted = isTabStop && grid?.dataset['focused'] !== undefined
    if (!isWanted || element?.contains(document.activeElement) === true) return undefined
    element?.focus({ preventScroll: true })
    // The grid has been scrolled to the row; in the next frame the row stands where it will be seen.
    const frame = requestAnimationFrame(() =>
      element?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    )
    return () => cancelAnimationFrame(frame)
  }, [cell, isTabStop])
}

/**
 * Remembers in the grid itself that it has the focus: a cell that is taken away with the focus says nothing of it,
 * and the next one shall have it.
 */
export const focusMemory = {
  onFocus: ({ currentTarget }: FocusEvent<HTMLElement>) => {
    currentTarget.dataset['focused'] = ''
  },
  onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    if (!currentTarget.contains(relatedTarget)) delete currentTarget.dataset['focused']
  },
}
