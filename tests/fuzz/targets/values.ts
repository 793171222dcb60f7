import { fields } from '../../../src/domain/fields.ts'
import type { FieldName } from '../../../src/domain/field.ts'
import { parseEmail } from '../../../src/domain/email.ts'
import { readValue } from '../../../src/mapping/read-value.ts'
import { describeProblem } from '../../../src/domain/describe-problem.ts'
import { textSeeds } from '../seeds.ts'
import type { Target } from '../target.ts'

/** Any text as the cell of each field: a value, or a problem in words; a value that is read again stays itself. */
export const values: Target = {
  name: 'values',
  async seeds() {
    const texts = (await textSeeds()).map((bytes) => Buffer.from(bytes).toString())
    const cells = new Set(texts.flatMap((text) => text.split(/[\n\r,;\t|]/u)))
    return Array.from(cells, (cell) => Buffer.from(cell))
  },
  run(input) {
    const cell = Buffer.from(input).toString()
    for (const field of Object.keys(fields) as FieldName[]) readAs(field, cell)
    return Promise.resolve()
  },
}

function readAs(field: FieldName, cell: string): void {
  const reading = readValue(field, cell)
  if ('problem' in reading) {
    // A suggestion is a whole cell, and may be as long as one.
    const sentence = describeProblem({ ...reading.problem, suggestion: '' }, 'en')
    if (sentence.length > 2_000) throw new Error('The sentence about the problem is endless.')
  } else if (typeof reading.value === 'object' && 'key' in reading.value) {
    const { text, key } = reading.value
    if (parseEmail(text)?.key !== key) throw new Error('The address read again is another one.')
  }
}
