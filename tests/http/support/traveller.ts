/** A browser that goes from site to site and keeps the cookies of each. */
export interface Traveller {
  /** One step: redirects are not followed. */
  go(address: string, init?: RequestInit): Promise<Response>
  /** Follows redirects until a page, or until an address that `stop` recognises, which is not opened. */
  follow(address: string, stop?: (address: string) => boolean): Promise<Arrival>
  /** Sends a form of the page at that address, and follows where it leads. */
  submit(
    address: string,
    fields: Readonly<Record<string, string>>,
    stop?: (address: string) => boolean,
  ): Promise<Arrival>
  cookie(site: string, name: string): string | undefined
  /** Puts a cookie there that somebody had a copy of. */
  keep(site: string, cookie: Cookie): void
}

export interface Arrival {
  readonly address: string
  /** Undefined: stopped before it. */
  readonly answer: Response | undefined
}

export interface Cookie {
  readonly name: string
  readonly value: string
  readonly path: string
}

export function openTraveller(): Traveller {
  const jars = new Map<string, readonly Cookie[]>()
  const jarOf = (address: string) => jars.get(new URL(address).origin) ?? []

  async function go(address: string, init: RequestInit = {}): Promise<Response> {
    const { origin, pathname } = new URL(address)
    const sent = jarOf(address).filter(({ path }) => pathname.startsWith(path))
    const headers = new Headers(init.headers)
    headers.set('cookie', sent.map(({ name, value }) => `${name}=${value}`).join('; '))
    const answer = await fetch(address, { ...init, headers, redirect: 'manual' })
    for (const set of answer.headers.getSetCookie()) {
      keep(origin, cookieOf(set))
    }
    return answer
  }

  function keep(site: string, cookie: Cookie): void {
    const others = jarOf(site).filter(({ name }) => name !== cookie.name)
    jars.set(new URL(site).origin, cookie.value === '' ? others : [...others, cookie])
  }

  async function onwards(
    answer: Response,
    address: string,
    stop: (address: string) => boolean,
  ): Promise<Arrival> {
    const location = answer.headers.get('location')
    if (location === null) return { address, answer }
    await answer.body?.cancel()
    const next = new URL(location, address).href
    if (stop(next)) return { address: next, answer: undefined }
    return await onwards(await go(next), next, stop)
  }

  return {
    go,
    follow: async (address, stop = never) => await onwards(await go(address), address, stop),
    submit: async (address, fields, stop = never) => {
      const body = new URLSearchParams(fields)
      return await onwards(await go(address, { method: 'POST', body }), address, stop)
    },
    cookie: (site, wanted) => jarOf(site).find(({ name }) => name === wanted)?.value,
    keep,
  }
}

function cookieOf(set: string): Cookie {
  const [pair = '', ...attributes] = set.split('; ')
  const at = pair.indexOf('=')
  const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/'
  return { name: pair.slice(0, at), value: pair.slice(at + 1), path }
}

function never(): boolean {
  return false
}
