import { useState, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react'

/** What is said beside a cell that is looked at: why it is wrong, or all of a text that is cut off. */
export interface CellNote {
  readonly element: HTMLElement
  readonly text: string
}

/**
 * Shows the `data-note` of what has the mouse over it or the focus; with `data-note-if-cut` only when it does not fit.
 * One note for all cells: thousands pass while somebody scrolls.
 */
export function useCellNote() {
  const [note, setNote] = useState<CellNote | null>(null)
  const show = (target: EventTarget) => {
    const found =
      target instanceof HTMLElement || target instanceof SVGElement ? noteOf(target) : null
    setNote((before) =>
      before?.element === found?.element && before?.text === found?.text ? before : found,
    )
  }
  return {
    note,
    noting: {
      onMouseOver: ({ target }: MouseEvent) => show(target),
      onMouseLeave: () => setNote(null),
      onFocus: ({ target }: FocusEvent) => show(target),
      onBlur: () => setNote(null),
      onScroll: () => setNote(null),
      onKeyUp: ({ key }: KeyboardEvent) => key === 'Escape' && setNote(null),
    },
  }
}

function noteOf(target: HTMLElement | SVGElement): CellNote | null {
  const isCell =
    target instanceof HTMLElement && target.matches('[role=gridcell], [role=columnheader]')
  const element = isCell
    ? target.querySelector<HTMLElement>('[data-note]')
    : target.closest<HTMLElement>('[data-note]')
  const text = element?.dataset['note'] ?? ''
  if (element === null || text === '') return null
  const isCut = [element, ...element.querySelectorAll('.roster-grid-text')].some(
    ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
      scrollWidth > clientWidth || scrollHeight > clientHeight + 2,
  )
  return 'noteIfCut' in element.dataset && !isCut ? null : { element, text }
}
