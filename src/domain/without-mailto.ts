/**
 * The address of a link to it: of `mailto:ada@example.org?subject=Hello`, in which `%2B` is a plus, and of Slack's
 * `mailto:ada@example.org|Ada`. What is no such link stays as it is.
 */
export function withoutMailto(text: string): string {
  const link = /^mailto:/i.exec(text)
  if (link === null) return text
  const [address = ''] = text.slice(link[0].length).split(/[?|]/, 1)
  try {
    return decodeURIComponent(address).trim()
  } catch {
    return address.trim()
  }
}
