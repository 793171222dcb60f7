import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { selfSignedCertificate } from '../../tests/support/certificate.ts'
import { deliverInProcess } from '../../tests/support/deliver-in-process.ts'
import { createOutbox, testNow, testSender, type TestOutbox } from '../../tests/support/outbox.ts'
import { startSmtpServer } from '../../tests/support/smtp-server.ts'
import { deliverMails } from './deliver.ts'
import { createSmtpTransport } from './smtp-transport.ts'

const certificate = selfSignedCertificate()

describe.each(['starttls', 'smtps'] as const)('with %s', (tls) => {
  it('a certificate that is not trusted is a clear trouble, and the mail stays queued', async () => {
    await using outbox = await createOutbox()
    await using server = await startSmtpServer({ tls, certificate })
    await outbox.invite(['ada@example.org'])

    const { trouble, sent } = await deliver(outbox, `${server.url}?maxConnections=1`)

    expect(sent).toBe(0)
    expect(trouble).toMatch(/self-signed certificate/u)
    expect(server.tried).toEqual([])
    const [mail] = await outbox.mails()
    expect(mail).toMatchObject({ state: 'queued', attempts: 1 })
    expect(mail?.answer).toMatch(/self-signed certificate/u)
  })

  it('mails leave encrypted where the address says to take any certificate', async () => {
    await using outbox = await createOutbox()
    await using server = await startSmtpServer({ tls, certificate })
    await outbox.invite(['ada@example.org'])

    const delivered = await deliver(outbox, `${server.url}?tls.rejectUnauthorized=false`)

    expect(delivered).toMatchObject({ sent: 1, trouble: null })
    expect(server.arrived).toMatchObject([{ to: 'ada@example.org', secure: true }])
  })

  it('mails leave encrypted where the machine trusts the certificate', async () => {
    await using outbox = await createOutbox()
    await using server = await startSmtpServer({ tls, certificate })
    const folder = await mkdtemp(path.join(tmpdir(), 'roster-certificate-'))
    const file = path.join(folder, 'own.pem')
    await writeFile(file, certificate.cert)
    await outbox.invite(['ada@example.org'])

    const errand = { database: outbox.url, smtp: server.url, now: testNow.toISOString() }
    const { ended } = deliverInProcess(errand, { NODE_EXTRA_CA_CERTS: file })

    expect(JSON.parse(await ended)).toMatchObject({ sent: 1, trouble: null })
    expect(server.arrived).toMatchObject([{ secure: true }])
    await rm(folder, { recursive: true })
  })
})

it('where encryption is required, nothing is sent to a server that offers none', async () => {
  await using outbox = await createOutbox()
  await using server = await startSmtpServer()
  await outbox.invite(['ada@example.org'])

  const url = `${server.url}?requireTLS=true&maxConnections=1`
  const { trouble, sent } = await deliver(outbox, url)

  expect([sent, server.tried]).toEqual([0, []])
  expect(trouble).toMatch(/STARTTLS/u)
  expect(await outbox.mails()).toMatchObject([{ state: 'queued' }])
})

async function deliver({ db }: TestOutbox, url: string) {
  const transport = createSmtpTransport(url)
  const usual = { ...testSender, db, folder: '/nowhere/mails', now: () => testNow }
  try {
    return await deliverMails({ ...usual, transport, signal: new AbortController().signal })
  } finally {
    transport.close()
  }
}
