import type { ComponentType } from 'react'
import { unreachable } from '../api/client.ts'

/**
 * A page whose code is fetched when it is first opened, or by its `preload`. Without a server the failure page says
 * so in its place.
 * @param name of the page among what the module exports
 */
export function lazyPage<Name extends string>(
  fetchModule: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
) {
  let Page: ComponentType | null = null
  // The router waits for it before the page is drawn, and asks again after a failure.
  const preload = async () => {
    // Once it could not be fetched, the browser does not try again: without a network it is better not asked.
    if (!navigator.onLine && !(await answers())) throw unreachable()
    try {
      Page ??= (await fetchModule())[name]
    } catch (error) {
      throw (await answers()) ? error : unreachable()
    }
  }
  return Object.assign(() => Page && <Page />, { preload })
}

// A server that answers, but no longer with this page, has been upgraded: loading everything anew helps.
async function answers(): Promise<boolean> {
  try {
    await fetch('/favicon.svg', { cache: 'no-store' })
    return true
  } catch {
    return false
  }
}
