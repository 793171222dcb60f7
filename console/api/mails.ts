import { queryOptions } from '@tanstack/react-query'
import type {
  Mail,
  MailChoice,
  mailCount,
  MailContent,
  MailPage,
} from '../../src/http/contract/mail.ts'
import type { z } from 'zod'
import { address, ask, type Query } from './client.ts'
import { listQuery } from './list-query.ts'

type MailCount = z.infer<typeof mailCount>

const mails = listQuery(({ mails }: MailPage) => mails)

/** The outbox, the newest first, searched by recipient and narrowed; it follows mails that are to be sent. */
export const mailsQuery = (asked: Query) => ({
  ...mails('/mails', asked),
  refetchInterval: ({ state: { data } }: Shown<{ readonly pages: readonly MailPage[] }>) =>
    (data?.pages ?? []).some(({ mails }) => mails.some(isMoving)) && soon,
})

/** A mail as its recipient gets it, with its links; it is followed until it is sent. */
export const mailQuery = (mail: string) =>
  queryOptions({
    queryKey: ['lists', '/mails', mail],
    queryFn: ({ signal }) => ask<MailContent>(`/mails/${mail}`, { signal }),
    refetchInterval: ({ state: { data } }) => data !== undefined && isMoving(data) && soon,
  })

/** How many mails are in each of these states, of the company or of one batch; it follows those that are to be sent. */
export const mailCountsQuery = <State extends Mail['state']>(
  states: readonly State[],
  batch?: string,
) =>
  queryOptions({
    queryKey: ['lists', '/mails', 'counts', states, batch],
    queryFn: async ({ signal }) => {
      const counts = await Promise.all(
        states.map(async (state) => {
          const query = { state, batch, limit: 1 }
          const { total } = await ask<MailPage>('/mails', { query, signal })
          return [state, total] as const
        }),
      )
      return Object.fromEntries(counts) as Readonly<Record<State, number>>
    },
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && states.some((state) => isMoving({ state }) && data[state] > 0) && soon,
  })

/** Where the HTML of a mail can be looked at: a page that does nothing, for a frame. */
export const mailPreview = (mail: string): string => address(`/mails/${mail}/html`)

/** Lets held mails leave; answers how many. */
export const releaseMails = (body: MailChoice): Promise<MailCount> =>
  ask('/mails/release', { method: 'POST', body })

/** Withdraws mails that have not left; answers how many. */
export const recallMails = (body: MailChoice): Promise<MailCount> =>
  ask('/mails/recall', { method: 'POST', body })

/** Sends one that did not leave, or may not have. @throws ApiError `mail-not-sendable` */
export const sendAgain = (mail: string): Promise<Mail> =>
  ask(`/mails/${mail}/again`, { method: 'POST' })

/** Sends a mail to who asks. @throws ApiError `no-mail-server` */
export const sendTestMail = (): Promise<Mail> => ask('/mails/test', { method: 'POST' })

const soon = 5_000

function isMoving({ state }: Pick<Mail, 'state'>): boolean {
  return state === 'queued' || state === 'sending'
}

interface Shown<Data> {
  readonly state: { readonly data: Data | undefined }
}
