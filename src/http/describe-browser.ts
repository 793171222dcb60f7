import { parse } from 'bowser'

/**
 * A browser in a few words, such as “Firefox on Linux”, so that people recognise their sessions.
 * @returns null for what does not say, or is no browser
 */
export function describeBrowser(userAgent: string | undefined): string | null {
  if (userAgent === undefined || userAgent.trim() === '') return null
  // Whoever asks writes this header: it may be as long as the server's limit for all of them.
  const { browser, os } = parse(userAgent.slice(0, longestHeader))
  if (!browser.name) return null
  return (os.name ? `${browser.name} on ${os.name}` : browser.name).slice(0, longestDescription)
}

const longestHeader = 500
const longestDescription = 100
