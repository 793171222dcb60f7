import { z } from 'zod'
import { mailPasswordLinks } from '../../mail/mail-password-links.ts'
import { countAttempt } from '../../access/sign-in/count-attempt.ts'
import { countsBy } from '../../access/sign-in/counts-by.ts'
import { emailKey } from '../../domain/email.ts'
import { afterAnswers } from '../after-answers.ts'
import { passwordLinkWish } from '../contract/session.ts'
import type { Route } from '../route.ts'

/**
 * Mails a link to choose a password to who has this address. Whether anybody has is told neither by the answer nor by
 * its time: what there is to do is done after it.
 */
export const askForPasswordLink: Route = (server, services) => {
  const { db, sealer, engine, now } = services
  const afterAnswer = afterAnswers(server)
  server.post(
    '/password-links',
    {
      config: { act: 'ask-for-password-link' },
      schema: {
        summary: 'Ask for a link to choose a password',
        description: 'The answer is the same, whether anybody has this address or not.',
        tags: ['access'],
        body: passwordLinkWish,
        response: { 202: z.object({}) },
      },
    },
    async (request, reply) => {
      await countAttempt(db, [countsBy(sealer).passwordLinks(request.ip)], now())
      const account = emailKey(request.body.email)
      afterAnswer(async () => {
        if ((await mailPasswordLinks(db, account, now())) > 0) engine.deliverSoon()
      })
      return reply.code(202).send({})
    },
  )
}
