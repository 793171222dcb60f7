import { describe, expect, it } from 'vitest'
import { createSmtpTransport } from './smtp-transport.ts'

describe('the address of a mail server', () => {
  it.each(['mail.example.org:587', 'https://mail.example.org', 'smtp://', '', 'smtp://a b'])(
    '"%s" is refused, without repeating what may hold a password',
    (url) => {
      expect(() => createSmtpTransport(url)).toThrow(
        'The address of the mail server must look like smtp://user:password@mail.example.org:587.',
      )
    },
  )

  it('says how many mails may be under way at the same time', () => {
    expect(createSmtpTransport('smtp://127.0.0.1:1').parallel).toBe(5)
    expect(createSmtpTransport('smtps://127.0.0.1:1?maxConnections=12').parallel).toBe(12)
  })
})
