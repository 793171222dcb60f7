import { expect, test } from 'vitest'
import { multipart } from './multipart.ts'

test('a form is read as it was meant, whatever the file is called', async () => {
  const text = 'ada@example.org\r\n--roster-\r\n'
  const { type, body } = multipart({
    fields: { operation: 'delete-users', mapping: '{"a":"ä"}' },
    file: {
      name: 'Käse.csv',
      async *read() {
        yield Buffer.from(text)
      },
    },
  })
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  const form = await new Response(Buffer.concat(chunks), {
    headers: { 'content-type': type },
  }).formData()
  expect(form.get('operation')).toBe('delete-users')
  expect(form.get('mapping')).toBe('{"a":"ä"}')
  const file = form.get('file')
  expect(file).toMatchObject({ name: 'Käse.csv' })
  expect(file instanceof File && (await file.text())).toBe(text)
})

test('what reading the file throws ends the body', async () => {
  const { body } = multipart({
    fields: {},
    file: {
      name: 'x',
      async *read() {
        yield Buffer.from('a')
        throw new Error('the disk is broken')
      },
    },
  })
  await expect(body.forEach(() => {})).rejects.toThrow('the disk is broken')
})
