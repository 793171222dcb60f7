import { z } from 'zod'
import { showMail } from '../../mail/show-mail.ts'
import { mailKey, mailParams } from '../mail-request.ts'
import { sendPage } from '../pages/send-page.ts'
import type { Route } from '../route.ts'

/**
 * The HTML of a mail, to be looked at in a frame of the console: nothing in it acts, nothing is loaded for it,
 * and its links, which let people in, lead nowhere.
 */
export const previewMail: Route = (server, { db, mailFrom, links, now }) => {
  server.get(
    '/mails/:mail/html',
    {
      config: { act: 'preview-mail' },
      schema: {
        summary: 'The HTML of a mail, to be looked at',
        tags: ['directory'],
        params: mailParams,
        response: {
          200: { content: { 'text/html': { schema: z.unknown().describe('The HTML.') } } },
        },
      },
    },
    async (request, reply) => {
      const key = mailKey(request, request.params.mail)
      const { html } = await showMail(db, key, { from: mailFrom, links, now: now() })
      // Said twice: in the policy, and in the way that other answers forbid it.
      reply.header('x-frame-options', 'SAMEORIGIN')
      return sendPage(reply, { html: withDeadLinks(html), csp })
    },
  )
}

// A link opens a new window then, and the sandbox keeps the page from opening any.
function withDeadLinks(html: string): string {
  return html.replace('<head>', '<head>\n<base target="_blank">')
}

const csp = [
  'sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')
