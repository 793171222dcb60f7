import { useEffect } from 'react'

/** Names the browser's tab after the page that is shown. */
export function usePageName(name: string): void {
  useEffect(() => {
    document.title = `${name} · Roster`
  }, [name])
}
