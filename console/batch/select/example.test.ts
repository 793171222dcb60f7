import { describe, expect, test } from 'vitest'
import { fields } from '../../../src/domain/fields.ts'
import { read } from '../../../src/ingest/testing/read-source.ts'
import { operations } from '../../../src/operations/index.ts'
import { exampleCells } from './example-cells.ts'
import { exampleText } from './example-text.ts'

describe.each(operations)('the example of $name', ({ fields: names, examples, ...operation }) => {
  const labelled = names.map((field) => ({
    field,
    label: fields[field].label,
    kind: fields[field].kind,
    maxLength: fields[field].maxLength,
    values: null,
  }))
  const description = {
    operation: operation.name,
    label: operation.label,
    summary: operation.summary,
    fields: labelled,
    examples: examples.map((cells) => [...cells]),
    deletesUsers: false,
  }

  test('is read back cell by cell where it is entered', async () => {
    expect((await read(exampleText(description), { kind: 'text' })).cells).toEqual(examples)
  })

  test.each(['en', 'de'] as const)('is read back under its header once copied (%s)', async (to) => {
    const { cells } = await read(exampleCells(description, to), { kind: 'text' })
    expect(cells).toEqual([names.map((field) => fields[field].label[to]), ...examples])
  })
})
