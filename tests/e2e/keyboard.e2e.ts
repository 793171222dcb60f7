import type { Page } from '@playwright/test'
import { cell, grid, row } from './support/journey.ts'
import { expect, test } from './support/test.ts'

test('users are invited by the keyboard alone, and the focus is never lost', async ({ page }) => {
  test.slow()
  await page.goto('/')
  await expect(page.getByRole('combobox', { name: 'Select batch operation' })).toBeVisible()

  await test.step('an operation is selected, and a text is entered', async () => {
    await tabTo(page, 'combobox', 'Select batch operation')
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('option', { name: 'Invite users', exact: true })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/operation=invite-users/u)
    await tabTo(page, 'textbox', 'Plain text')
    await page.keyboard.insertText(people.join('\n'))
    await tabTo(page, 'button', 'Process text')
    await page.keyboard.press('Enter')
    await expect(grid(page)).toBeVisible()
  })
  await test.step('the data are verified', async () => {
    await tabTo(page, 'button', 'Verify data')
    await page.keyboard.press('Enter')
    await expect(page.getByText('1 row has a problem.')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Overview' })).toBeFocused()
  })
  await test.step('the rows are walked through with the arrow keys', async () => {
    await tabTo(page, 'gridcell')
    await expect(cell(page, 'ada@', 1)).toBeFocused()
    await page.keyboard.press('ControlOrMeta+End')
    await expect(row(page, 'konrad@').getByRole('gridcell').last()).toBeFocused()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowRight')
    await expect(cell(page, 'grace@', 2)).toBeFocused()
    await expect(cell(page, 'grace@', 2)).toHaveAccessibleDescription(/not an email address/u)
  })
  await test.step('a cell is corrected, and a row left out', async () => {
    await page.keyboard.press('F2')
    await page.keyboard.press('End')
    await page.keyboard.type('.org')
    await page.keyboard.press('Enter')
    await expect(cell(page, 'grace@example.org', 2)).toBeFocused()
    await expect(page.getByText('No row has a problem.')).toBeVisible()
    await expect(cell(page, 'grace@example.org', 2)).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Delete')
    await expect(row(page, 'konrad@')).toContainText('Left out')
    await expect(page.getByRole('button', { name: '1 left out' })).toBeVisible()
    await expect(cell(page, 'konrad@', 2)).toBeFocused()
  })
  await test.step('another column is chosen in the header, and put right again', async () => {
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Column for “First name”')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(grid(page).getByRole('columnheader', { name: /^First name/u })).toBeFocused()
  })
  await test.step('the operation is executed', async () => {
    await tabTo(page, 'button', 'Execute operation', 'Shift+Tab')
    await page.keyboard.press('Enter')
    const question = page.getByRole('dialog', { name: 'Execute “Invite users”?' })
    await expect(question).toBeVisible()
    await tabTo(page, 'button', 'Execute operation')
    await page.keyboard.press('Enter')
    const done = page.getByRole('region', { name: 'Result' })
    await expect(done).toBeFocused()
    await expect(done.getByText(/^3 people were invited/u)).toBeVisible()
    await tabTo(page, 'button', 'Download report')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menuitem', { name: 'Excel workbook (XLSX)' })).toBeFocused()
  })
})

const people = [
  'email,first name,last name',
  'ada@example.org,Ada,Lovelace',
  'alan@example.org,Alan,Turing',
  'grace@example,Grace,Hopper',
  'konrad@example.org,Konrad,Zuse',
]

type Role = 'button' | 'combobox' | 'gridcell' | 'textbox'

/** Presses Tab until this has the focus, which can be seen all the way. */
async function tabTo(page: Page, role: Role, name?: string, key = 'Tab'): Promise<void> {
  const wanted = page.getByRole(role, name === undefined ? {} : { name })
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press(key)
    expect(await page.evaluate<string>(unseenFocus)).toBe('')
    if (await wanted.and(page.locator(':focus')).isVisible()) return
  }
  throw new Error(`${key} does not lead to ${role} ${name ?? ''}`)
}

/** Empty where the focus can be seen; otherwise what has it. Fields show it by their border. */
const unseenFocus = `(() => {
  const element = document.activeElement
  const { outlineStyle, boxShadow } = getComputedStyle(element)
  const isSeen = element.matches('input, textarea') || outlineStyle !== 'none' || boxShadow !== 'none'
  return isSeen ? '' : element.outerHTML.slice(0, 200)
})()`
