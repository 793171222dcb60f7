import { json, type TestServer } from './start-server.ts'

/** A browser with a page of Roster's open: it keeps cookies, and says where its requests come from. */
export interface Browser {
  /** Asks the API; headers that are given win over those that the browser sends by itself. */
  ask(path: string, init?: RequestInit): Promise<Response>
  /** Asks with a JSON body. */
  send(method: string, path: string, body?: unknown): Promise<Response>
  /** What it would send: `roster_session=…`; null without cookies. */
  readonly cookie: string | null
}

export function openBrowser(here: TestServer): Browser {
  const cookies = new Map<string, string>()
  const browser = {
    async ask(path: string, init: RequestInit = {}) {
      const headers = new Headers(init.headers)
      if (!headers.has('sec-fetch-site')) headers.set('sec-fetch-site', 'same-origin')
      if (browser.cookie !== null) headers.set('cookie', browser.cookie)
      const answer = await here.ask(path, { ...init, headers, key: null })
      for (const set of answer.headers.getSetCookie()) keep(cookies, set)
      return answer
    },
    send: (method: string, path: string, body?: unknown) =>
      browser.ask(path, body === undefined ? { method } : json(method, body)),
    get cookie(): string | null {
      return cookies.size === 0 ? null : [...cookies.values()].join('; ')
    },
  }
  return browser
}

function keep(cookies: Map<string, string>, set: string): void {
  const [pair = ''] = set.split(';')
  const [name = ''] = pair.split('=')
  if (pair.endsWith('=')) cookies.delete(name)
  else cookies.set(name, pair)
}
