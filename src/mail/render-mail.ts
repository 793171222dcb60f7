import type { Links } from '../directory/links.ts'
import { mailSubject } from './mail-subject.ts'
import { mailView } from './mail-view.ts'
import type { Mail } from './mail.ts'
import { oneLine } from './one-line.ts'
import { sentences } from './sentences.ts'
import type { ShownLogo } from './show-logo.ts'
import { templates } from './templates.ts'

export interface RenderedMail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/**
 * What the recipient reads, in their language: as plain text that is complete by itself, and as HTML.
 * Whatever people chose (names, rooms, addresses) is text and nothing else in both.
 */
export function renderMail(mail: Mail, links: Links, logo: ShownLogo | null = null): RenderedMail {
  const { text, html } = templates[mail.kind]
  const company = oneLine(mail.companyName)
  const subject = mailSubject(mail)
  const view = {
    language: mail.language,
    company,
    logo,
    subject,
    footer: sentences[mail.language].footer(company, oneLine(mail.recipient)),
    ...mailView(mail, links),
  }
  return { subject, text: text(view), html: html(view) }
}
