import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { createOutbox, testNow, testSender, type TestOutbox } from '../../tests/support/outbox.ts'
import { startSmtpServer, type Answer } from '../../tests/support/smtp-server.ts'
import { deliverMails, type Delivered } from './deliver.ts'
import { holdMails } from './hold-mails.ts'
import { describeAnswer } from './own-answer.ts'
import { recallMails } from './recall-mails.ts'
import { releaseMails } from './release-mails.ts'
import { createSmtpTransport } from './smtp-transport.ts'

const minute = 60_000
const later: Answer = { code: 451, words: 'try later' }

it('a mail that the server does not take while its company begins to hold is not tried again by itself', async () => {
  await using outbox = await createOutbox()
  await outbox.invite(['ada@example.org'])
  expect(await deliver(outbox, meanwhile(hold, later))).toMatchObject({ sent: 0 })
  expect(await outbox.mails()).toMatchObject([{ state: 'held', answer: '451 try later' }])
  expect(await deliver(outbox, () => 'accept', 1)).toMatchObject({ sent: 0 })

  await release(outbox)
  expect(await deliver(outbox, () => 'accept', 1)).toMatchObject({ sent: 1 })
})

it('a mail that the server does not take while it is recalled is withdrawn', async () => {
  await using outbox = await createOutbox()
  await outbox.invite(['ada@example.org'])
  await deliver(outbox, meanwhile(recallAndHold, later))

  const [mail] = await outbox.mails()
  expect(mail).toMatchObject({ state: 'withdrawn' })
  expect(describeAnswer(mail?.answer ?? '', 'en')).toMatch(/^It was recalled before it left/)
})

it('a mail that the server takes nevertheless has been sent, and one that it refuses has failed', async () => {
  for (const act of [hold, recall]) {
    await using outbox = await createOutbox()
    await outbox.invite(['ada@example.org'])
    expect(await deliver(outbox, meanwhile(act, 'accept'))).toMatchObject({ sent: 1 })
    expect(await outbox.mails()).toMatchObject([{ state: 'sent' }])
  }
  await using outbox = await createOutbox()
  await outbox.invite(['ada@example.org'])
  await deliver(outbox, meanwhile(recall, { code: 550, words: 'nobody here' }))
  expect(await outbox.mails()).toMatchObject([{ state: 'failed', answer: '550 nobody here' }])
})

it('a mail that is released before the server has answered is tried again', async () => {
  await using outbox = await createOutbox()
  await outbox.invite(['ada@example.org'])
  expect(await deliver(outbox, meanwhile(holdAndRelease, later))).toMatchObject({ postponed: 1 })
  expect(await deliver(outbox, () => 'accept', 1)).toMatchObject({ sent: 1 })
})

type Behave = (outbox: TestOutbox) => Answer | Promise<Answer>

/** What the server answers once somebody has acted while it has the mail. */
function meanwhile(act: (outbox: TestOutbox) => Promise<void>, answer: Answer): Behave {
  return async (outbox) => {
    await act(outbox)
    return answer
  }
}

async function hold({ db, companyId }: TestOutbox): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`update companies set holds_mails = true where id = ${companyId}`.execute(tx)
    expect(await holdMails(tx, companyId)).toBe(0)
  })
}

async function recall({ db, companyId }: TestOutbox): Promise<void> {
  expect(await recallMails(db, companyId, { all: true })).toBe(0)
}

async function release({ db, companyId }: TestOutbox): Promise<void> {
  await releaseMails(db, companyId, { choice: { all: true }, now: testNow })
}

async function recallAndHold(outbox: TestOutbox): Promise<void> {
  await recall(outbox)
  await hold(outbox)
}

async function holdAndRelease(outbox: TestOutbox): Promise<void> {
  await hold(outbox)
  await release(outbox)
}

async function deliver(outbox: TestOutbox, behave: Behave, minutes = 0): Promise<Delivered> {
  await using server = await startSmtpServer({ onMail: async () => await behave(outbox) })
  const transport = createSmtpTransport(server.url)
  const now = () => new Date(testNow.getTime() + minutes * minute)
  try {
    const usual = { ...testSender, db: outbox.db, folder: '/nowhere/mails', now }
    return await deliverMails({ ...usual, transport, signal: new AbortController().signal })
  } finally {
    transport.close()
  }
}
