import { useEffect, useRef, type RefObject } from 'react'

/**
 * Takes the focus when something new is shown and what had it is gone: the button that was pressed, more often than
 * not. Whoever is busy elsewhere on the page is left there.
 * @param shown names what is shown
 */
export function useKeptFocus<Place extends HTMLElement>(shown: string): RefObject<Place | null> {
  const place = useRef<Place>(null)
  const before = useRef(shown)
  useEffect(() => {
    if (before.current === shown) return
    before.current = shown
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (isLost) place.current?.focus({ preventScroll: true })
  }, [shown])
  return place
}
