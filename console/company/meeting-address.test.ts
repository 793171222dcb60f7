import { expect, test } from 'vitest'
import { exampleAddress, hasPlaceholder } from './meeting-address.ts'

test('an address is shown as somebody would be led to it', () => {
  expect(exampleAddress('https://meet.example.org/{room}?name={name}&role={role}')).toBe(
    'https://meet.example.org/01975e2c-7a40-7c31-9b1e-2f6d8a5b0c47?name=Ada%20Lovelace&role=Moderator',
  )
})

test('what leads to no room yet is no example', () => {
  expect(exampleAddress('')).toBeNull()
  expect(exampleAddress('meet.example.org/{room}')).toBeNull()
  expect(exampleAddress('https://meet.example.org/')).toBeNull()
})

test('a placeholder counts only in its braces', () => {
  expect(hasPlaceholder('https://meet.example.org/{room}?jwt={jwt}', 'jwt')).toBe(true)
  expect(hasPlaceholder('https://meet.example.org/{room}?jwt=jwt', 'jwt')).toBe(false)
})
