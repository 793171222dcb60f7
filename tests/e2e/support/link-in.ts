import type { TestSmtpServer } from '../../support/smtp-server.ts'

/** The first link to Roster in the mail that arrived last for this address, as a text-only reader finds it. */
export function linkIn({ arrived }: TestSmtpServer, recipient: string): string {
  const mail = arrived.findLast(({ to }) => to === recipient)
  const link = /^https?:\/\/\S+$/mu.exec(mail?.mail.text ?? '')?.[0]
  if (link === undefined) throw new Error(`No mail with a link has arrived for ${recipient}.`)
  return link
}
