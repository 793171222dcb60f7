import { grid, provide, row } from './support/journey.ts'
import { expect, test } from './support/test.ts'
import { violationsOf } from './support/violations-of.ts'

test('a mapping that a person made is offered the next time, used, undone and forgotten', async ({
  page,
  company,
}) => {
  const lines = ['Email,Vorname,Nachname,Mail 2', 'x@example.org,Ada,King,ada@example.org']
  const first = await company.draft('invite-users', lines)
  const fields = { email: 'Mail 2', firstName: 'Vorname', lastName: 'Nachname' }
  const body = { header: true, fields }
  await company.ask(`/batches/${first}/mapping`, { method: 'PUT', body })
  await company.ask(`/batches/${first}/verification`, { method: 'POST' })

  await provide(page, 'Invite users', lines.join('\n').replaceAll('ada', 'eve'))
  const offer = page.getByRole('alert').filter({ hasText: 'Like the last time?' })
  await expect(offer).toContainText('Email ← Mail 2 · First name ← Vorname · Last name ← Nachname')
  // Where the pointer rests a hint may be shown.
  await page.mouse.move(0, 0)
  await expect(page.getByRole('tooltip')).toBeHidden()
  expect(await violationsOf(page)).toEqual([])
  await offer.getByRole('button', { name: 'Use it' }).click()
  await expect(page.getByText('The columns are mapped as they were the last time.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(offer).toBeVisible()
  await offer.getByRole('button', { name: 'Forget it' }).click()
  await expect(offer).toBeHidden()
  await page.reload()
  await expect(grid(page)).toBeVisible()
  await expect(offer).toBeHidden()
})

test('of a report that is brought again the rows that are done are not taken, unless they are asked for', async ({
  page,
  company,
}) => {
  const header = 'email,first name,last name'
  await company.run('invite-users', [header, 'ada@example.org,Ada,King'])
  const content = [
    `${header},line,state,code,message,suggestion`,
    'ada@example.org,Ada,King,2,done,,,',
    'eve@example.org,Eve,Moneypenny,3,error,,,',
  ].join('\r\n')
  await provide(page, 'Invite users', { name: 'report.csv', content })
  await expect(row(page, 'eve@example.org')).toBeVisible()
  await expect(row(page, 'ada@example.org')).toBeHidden()
  await page.getByRole('button', { name: 'Take all rows' }).click()
  await expect(row(page, 'ada@example.org')).toBeVisible()
})
