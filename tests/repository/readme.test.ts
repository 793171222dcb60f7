import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settings } from '../../src/config/config.ts'
import { operations } from '../../src/operations/index.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

test('the README has every variable, with its default and its description', () => {
  const cells = readme.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  const rows = cells.filter(([, name]) => name?.startsWith('`ROSTER_'))
  expect(rows.map(([, name, fallback, description]) => [name, fallback, description])).toEqual(
    settings.map((setting) => [
      `\`${setting.name}\``,
      setting.default === null ? '' : `\`${setting.default}\``,
      setting.description,
    ]),
  )
})

test('the README has every operation', () => {
  for (const { name } of operations) expect(readme).toContain(`| \`${name}\``)
})
