import { queryOptions } from '@tanstack/react-query'
import type { Mail, MailContent, MailPage } from '../../src/http/contract/mail.ts'
import { address, ask, type Query } from './client.ts'
import { listQuery } from './list-query.ts'

const mails = listQuery(({ mails }: MailPage) => mails)

/** The outbox, the newest first, searched by recipient and narrowed to a state; it follows mails that are to be sent. */
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

/** Where the HTML of a mail can be looked at: a page that does nothing, for a frame. */
export const mailPreview = (mail: string): string => address(`/mails/${mail}/html`)

const soon = 5_000

function isMoving({ state }: Pick<Mail, 'state'>): boolean {
  return state === 'queued' || state === 'sending'
}

interface Shown<Data> {
  readonly state: { readonly data: Data | undefined }
}
