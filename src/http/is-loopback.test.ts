import { expect, test } from 'vitest'
import { isLoopback } from './is-loopback.ts'

test.each(['localhost', '127.0.0.1', '127.0.0.5', '::1'])('%s is this machine only', (host) => {
  expect(isLoopback(host)).toBe(true)
})

test.each(['0.0.0.0', '::', '192.0.2.1', '127.example.org', 'localhost.example.org', ''])(
  '“%s” may be reached from elsewhere',
  (host) => {
    expect(isLoopback(host)).toBe(false)
  },
)
