import { expect, test } from './support/test.ts'

test('whoever could not be signed out is told so, and is not shown the sign-in', async ({
  page,
}) => {
  const signOut = async () => {
    await page.getByRole('button', { name: /Signed in as/u }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
  }
  await page.goto('/users')
  await expect(page.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible()
  await page.context().setOffline(true)
  await signOut()
  await expect(page.getByText('You are still signed in')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible()

  await page.context().setOffline(false)
  await signOut()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByText('You are still signed in')).toBeHidden()
  await page.goto('/users')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})
