import { expect, test } from 'vitest'
import { describeBrowser } from './describe-browser.ts'

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1'

test.each([
  [firefox, 'Firefox on Linux'],
  [phone, 'Safari on iOS'],
])('%s is told in a few words', (userAgent, told) => {
  expect(describeBrowser(userAgent)).toBe(told)
})

test.each([undefined, '', '  ', 'curl/8.0', 'x'.repeat(100_000)])(
  'what is no browser is not described (%#)',
  (userAgent) => {
    expect(describeBrowser(userAgent)).toBeNull()
  },
)
