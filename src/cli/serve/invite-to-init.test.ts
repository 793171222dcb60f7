import { expect, test } from 'vitest'
import type { Me } from '../../http/contract/me.ts'
import type { Context } from '../context.ts'
import { exitCodes, Failure } from '../failure.ts'
import { sentencesIn } from '../sentences.ts'
import { inviteToInit } from './invite-to-init.ts'

test('a start goes on where somebody makes the first company in the very moment in which it offers to', async () => {
  let hasCompany = false
  const client = {
    async me() {
      if (!hasCompany) throw refused('no-company-yet')
      return { email: 'admin@example.org', hasPassword: true } as Me
    },
    async createSetUpLink() {
      hasCompany = true
      throw refused('company-exists-already')
    },
  }
  const context = { words: sentencesIn('en'), flags: {} } as Context
  expect(await inviteToInit(context, client)).toEqual({ lines: [], document: {} })
})

function refused(code: string): Failure {
  return new Failure(exitCodes.unexpected, { code, title: code })
}
