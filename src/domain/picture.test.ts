import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { jpeg, png } from '../../tests/support/pictures.ts'
import { readPicture } from './picture.ts'

it('tells PNG and JPEG by their bytes, and how large they are', () => {
  expect(readPicture(png(300, 200))).toEqual({ type: 'image/png', width: 300, height: 200 })
  expect(readPicture(jpeg(640, 480))).toEqual({ type: 'image/jpeg', width: 640, height: 480 })
})

it.each([
  ['nothing', Buffer.alloc(0)],
  ['a text', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['the beginning of a PNG', png(300, 200).subarray(0, 20)],
  ['the beginning of a JPEG', jpeg(300, 200).subarray(0, 20)],
  ['a PNG without any width', png(0, 200)],
  ['a JPEG whose segments never end', Buffer.from('ffd8ffe00000ffe00000ffe00000', 'hex')],
])('%s is no picture', (_, bytes) => {
  expect(readPicture(bytes)).toBeUndefined()
})

it('says something about whatever bytes begin like a picture', () => {
  const heads = fc.constantFrom(png(1, 1).subarray(0, 16), jpeg(1, 1).subarray(0, 4))
  fc.assert(
    fc.property(heads, fc.uint8Array({ maxLength: 100 }), (head, rest) => {
      const picture = readPicture(Buffer.concat([head, rest]))
      expect(picture === undefined || (picture.width > 0 && picture.height > 0)).toBe(true)
    }),
  )
})
