import type { AnyRouter } from '@tanstack/react-router'

/**
 * Fetches the code of all pages once somebody has long been in; who only comes to a door needs none of them. A browser
 * cannot fetch code again that it could not fetch once, so a server that is away would cost whoever goes to another
 * page all that they typed.
 */
export function fetchOtherPages(router: AnyRouter): void {
  const fetchAll = () => {
    for (const { options } of Object.values(router.routesById)) {
      const component = (options as { readonly component?: Fetched }).component
      // What cannot be fetched now is asked for again, and said, when it is opened.
      component?.preload?.().catch(() => {})
    }
  }
  const unsubscribe = router.subscribe('onResolved', () => {
    if (!router.state.matches.some(({ routeId }) => routeId === '/framed')) return
    unsubscribe()
    setTimeout(fetchAll, patience)
  })
}

interface Fetched {
  readonly preload?: () => Promise<unknown>
}

const patience = 3_000
