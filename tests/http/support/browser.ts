import { json, type TestServer } from './start-server.ts'

/** A browser with a page of Roster's open: it keeps the cookie, and says where its requests come from. */
export interface Browser {
  /** Asks the API; headers that are given win over those that the browser sends by itself. */
  ask(path: string, init?: RequestInit): Promise<Response>
  /** Asks with a JSON body. */
  send(method: string, path: string, body?: unknown): Promise<Response>
  /** What it would send: `roster_session=…`; null without a session. */
  readonly cookie: string | null
}

export function openBrowser(here: TestServer): Browser {
  let cookie: string | null = null
  const browser = {
    async ask(path: string, init: RequestInit = {}) {
      const headers = new Headers(init.headers)
      if (!headers.has('sec-fetch-site')) headers.set('sec-fetch-site', 'same-origin')
      if (cookie !== null) headers.set('cookie', cookie)
      const answer = await here.ask(path, { ...init, headers, key: null })
      for (const set of answer.headers.getSetCookie()) cookie = kept(set)
      return answer
    },
    send: (method: string, path: string, body?: unknown) =>
      browser.ask(path, body === undefined ? { method } : json(method, body)),
    get cookie() {
      return cookie
    },
  }
  return browser
}

function kept(set: string): string | null {
  const [pair = ''] = set.split(';')
  return pair.endsWith('=') ? null : pair
}
