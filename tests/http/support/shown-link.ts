/** The secret part of a link: what its page sends. */
export function secretOf(link: string): string {
  return link.split('/').at(-1) ?? ''
}

/** A request of the page that a link opens. */
export function withLink(secret: string, init: RequestInit = {}): RequestInit {
  const headers = new Headers(init.headers)
  headers.set('roster-link', secret)
  return { ...init, headers }
}
