import type { KeyboardEvent, MouseEvent } from 'react'
import { useRef } from 'react'
import { placeAfter, type Extent, type Place } from './grid-place.ts'

interface Acts {
  readonly place: Place
  readonly extent: Extent
  /** The header of this column is seen by nobody. */
  readonly isHeaderless: (column: number) => boolean
  readonly moveTo: (place: Place) => void
  /** Opens the cell there; false: it is none that can be written in. */
  readonly open: (place: Place, text?: string) => boolean
  /** Closes the cell that is open, and opens the next or the one before. */
  readonly openBeside: (place: Place, step: 1 | -1) => void
  /** Leaves the row out or takes it back; in the header: removes the column. */
  readonly drop: (place: Place) => void
  readonly close: () => void
}

/** What keys and clicks do in the grid. In an open cell the keys are the editor's, but for those that leave it. */
export function useGridKeys(acts: Acts) {
  const hadFocus = useRef(false)
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = cellOf(event.target)
    if (cell === null || event.defaultPrevented || event.nativeEvent.isComposing) return
    if (event.target !== cell) return leaveInside(event, cell, acts)
    const { place, extent, isHeaderless } = acts
    let to = placeAfter(event, place, extent)
    if (to !== null && to.row === -1 && isHeaderless(to.column)) {
      to = { row: -1, column: to.column + (to.column > place.column ? 1 : -1) }
    }
    if (to !== null) {
      event.preventDefault()
      acts.moveTo(to)
    } else if (actOn(event, cell, acts)) {
      event.preventDefault()
    }
  }
  return {
    onKeyDown,
    onMouseDown: ({ target }: MouseEvent) => {
      hadFocus.current = target instanceof Element && cellOf(target) === document.activeElement
    },
    // The second click opens: a double click, or a tap on the cell that has the focus.
    onClick: ({ target }: MouseEvent) => {
      const isControl = target instanceof Element && target.closest(controls) !== null
      if (hadFocus.current && !isControl && cellOf(target) !== null) acts.open(acts.place)
    },
    // A button may be gone once it has been pressed; the focus stays in its cell.
    onClickCapture: ({ target }: MouseEvent) => {
      const button = target instanceof Element ? target.closest('button') : null
      if (button !== null) cellOf(button)?.focus({ preventScroll: true })
    },
  }
}

/** Within a cell: its editor, the choice of a column, a button. */
function leaveInside(event: KeyboardEvent, cell: HTMLElement, acts: Acts): void {
  const { target, key } = event
  const isEditor = target instanceof HTMLInputElement
  if (key === 'Escape' || (isEditor && key === 'Enter')) {
    if (isEditor) acts.close()
    else cell.focus()
    return
  }
  if (key !== 'Tab') return
  if (isEditor) {
    event.preventDefault()
    acts.openBeside(acts.place, event.shiftKey ? -1 : 1)
    return
  }
  const inside = [cell, ...cell.querySelectorAll<HTMLElement>(controls)]
  const at = inside.indexOf(target as HTMLElement) + (event.shiftKey ? -1 : 1)
  event.preventDefault()
  inside[at % inside.length]?.focus()
}

/** @returns whether the key meant something */
function actOn(event: KeyboardEvent, cell: HTMLElement, acts: Acts): boolean {
  const { key, ctrlKey, metaKey, altKey } = event
  if (ctrlKey || metaKey || altKey) return false
  if (key === 'Enter' || key === 'F2' || key === ' ') {
    return acts.open(acts.place) || enter(cell)
  }
  if (key === 'Delete') {
    acts.drop(acts.place)
    return true
  }
  if (key === 'Backspace') return acts.open(acts.place, '')
  return key.length === 1 && acts.open(acts.place, key)
}

/** Presses the only button of a cell, or leads into a cell with several things to choose. */
function enter(cell: HTMLElement): boolean {
  const inside = [...cell.querySelectorAll<HTMLElement>(controls)]
  const [first] = inside
  if (first === undefined) return false
  if (inside.length === 1 && first instanceof HTMLButtonElement) first.click()
  else first.focus()
  return true
}

const controls = 'button, select, input'

function cellOf(target: EventTarget): HTMLElement | null {
  if (!(target instanceof Element)) return null
  return target.closest<HTMLElement>('[role=gridcell], [role=columnheader]')
}
