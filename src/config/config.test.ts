import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig, settings } from './config.ts'

describe('readConfig', () => {
  it('an empty environment gives the defaults', () => {
    expect(readConfig({ ROSTER_PORT: '', ROSTER_HOST: '  ' })).toEqual({
      batchesAtOnce: 2,
      connections: 24,
      drain: 0,
      keepDays: 90,
      mailsPerMinute: null,
      mailsPerMinuteAndDomain: null,
      metricsToken: null,
      oidcClientId: null,
      oidcClientSecret: null,
      oidcIssuer: null,
      oidcName: 'Single sign-on',
      oidcTrustEmail: false,
      trustedProxies: null,
      port: 3000,
      host: '127.0.0.1',
      publicUrl: null,
      databaseUrl: null,
      secret: null,
      smtpUrl: null,
      mailFrom: 'Roster <roster@localhost>',
      maxBytes: 200_000_000,
      maxRows: 2_000_000,
      maxColumns: 1_000,
      maxCell: 100_000,
      maxUnpacked: 1_000_000_000,
      maxRatio: 200,
      stalledAfter: 30,
      lanes: 2,
      confirmDeletions: 20,
      confirmMails: 1_000,
      log: null,
      url: null,
      apiKey: null,
      data: path.resolve('data'),
    })
  })

  it.each(['https://provider.example', 'http://localhost:9000', 'http://127.0.0.1:9000/x'])(
    '%s can be a provider',
    (issuer) => {
      expect(readConfig({ ROSTER_OIDC_ISSUER: issuer }).oidcIssuer).toBe(issuer)
    },
  )

  it('addresses lose the slash at their end', () => {
    expect(readConfig({ ROSTER_PUBLIC_URL: 'https://a.example/roster/' }).publicUrl).toBe(
      'https://a.example/roster',
    )
  })

  it.each([
    ['ROSTER_PORT', '65536'],
    ['ROSTER_PORT', '-1'],
    ['ROSTER_PORT', '3000.5'],
    ['ROSTER_PUBLIC_URL', 'roster.example.org'],
    ['ROSTER_DATABASE_URL', 'mysql://localhost/roster'],
    ['ROSTER_SECRET', 'too short'],
    ['ROSTER_SMTP_URL', 'http://localhost'],
    ['ROSTER_OIDC_ISSUER', 'provider.example'],
    ['ROSTER_OIDC_ISSUER', 'http://provider.example'],
    ['ROSTER_OIDC_ISSUER', 'http://127.0.0.1.provider.example'],
    ['ROSTER_OIDC_TRUST_EMAIL', 'yes'],
    ['ROSTER_MAIL_FROM', 'nobody'],
    ['ROSTER_MAIL_FROM', 'a@b.example\r\nBcc: c@d.example'],
    ['ROSTER_MAX_BYTES', '200 MB'],
    ['ROSTER_MAX_ROWS', '0'],
    ['ROSTER_BATCHES_AT_ONCE', '33'],
    ['ROSTER_LANES', '17'],
    ['ROSTER_CONNECTIONS', '7'],
    ['ROSTER_CONFIRM_DELETIONS', '20%'],
    ['ROSTER_CONFIRM_MAILS', 'many'],
    ['ROSTER_LOG', 'loud'],
    ['ROSTER_URL', 'localhost:3000'],
    ['ROSTER_API_KEY', 'a key'],
  ])('%s cannot be %j, and the sentence does not repeat it', (name, value) => {
    const read = () => readConfig({ [name]: value })
    expect(read).toThrow(`${name} must be `)
    expect(read).not.toThrow(`“${value}”`)
  })
})

it('every setting is documented', () => {
  for (const { name, description } of settings) {
    expect(name).toMatch(/^ROSTER_[A-Z_]+$/u)
    expect(description).toMatch(/\.$/u)
  }
})
