import { expect, test } from 'vitest'
import { engineFor, execute, rowsOf, verified } from '../support/batch.ts'
import { createCompany } from '../support/company.ts'

test('smoke', async () => {
  await using company = await createCompany()
  await company.addRoom('room 1')
  await using engine = await engineFor(company)
  const batch = await verified(company, 'invite-and-assign-users', [
    'email,first name,last name,room,role',
    'ok@example.org,Olga,Klein,room 1,Participant',
    'OK@Example.org,Olga,Klein,room 1,Participant',
    'ok@example.org,Olga,Klein,room 1,Admin',
    'not-an-address,Nora,Arndt,room 1,Participant',
    'missing@example.org,,Name,room 1,Participant',
    'near@example.org,Nina,Ehrlich,Room 1,Participant',
    'nowhere@example.org,Noah,Weber,Atlantis,Participant',
    'role@example.org,Rolf,Ohlsen,room 1,Partcipant',
  ])
  console.log(batch.totals, batch.groups)
  const t = Date.now()
  const end = await execute(company, engine, batch)
  console.log(end.state, end.totals, end.cause, Date.now() - t, engine.errors)
  console.dir(await rowsOf(company, batch), { depth: 5 })
  expect(end.state).toBe('done')
})
