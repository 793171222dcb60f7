import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { sourceNotice } from '../../domain/source-notice.ts'
import { makeOds, makeXlsx } from '../testing/make-archive.ts'
import { problemOf, read } from '../testing/read-source.ts'

const folder = new URL('../../../tests/fixtures/workbooks/', import.meta.url)
const entry = (name: string) => ({ more: [{ name, content: 'Sub AutoOpen' }] })

describe('what LibreOffice wrote', () => {
  test.each(['course.xlsx', 'course.ods'])(
    '%s is read as people see it, and what is hidden and merged is said',
    async (name) => {
      const { sheet, sheets, cells, table } = await read(await readFile(new URL(name, folder)))
      expect({ sheet, sheets }).toEqual({
        sheet: 'Participants',
        sheets: ['Cover', 'Participants', 'Old'],
      })
      expect(cells.slice(1)).toEqual([
        [
          'room 1',
          'ada@example.org',
          'Ada',
          'Lovelace',
          '01234',
          '1995-12-10',
          '12.5%',
          'TRUE',
          'Ada Lovelace',
          'first line\nsecond line',
          '#N/A',
        ],
        ['room 1', 'grace@example.org', 'Grace', 'Hopper', '80331'],
        ['room 2', 'zoe@example.org', 'Zoë', 'Żółć'],
      ])
      expect(table.source.notices).toEqual([
        sourceNotice('hidden-rows', { count: 1 }),
        sourceNotice('hidden-columns', { count: 1 }),
        sourceNotice('merged-cells', { count: 1, line: 3 }),
      ])
    },
  )

  test('a hidden sheet that is chosen is said', async () => {
    const { cells, table } = await read(await readFile(new URL('course.ods', folder)), {
      sheet: 'Old',
    })
    expect(cells).toEqual([['alan@example.org']])
    expect(table.source.notices).toEqual([sourceNotice('hidden-sheet', { sheet: 'Old' })])
  })

  test.each([
    ['course.xls', 'xls'],
    ['course.fods', 'markup'],
    ['protected.xlsx', 'encrypted'],
    ['protected.ods', 'encrypted'],
  ])('%s is called by its name', async (name, found) => {
    const bytes = await readFile(new URL(name, folder))
    expect(await problemOf(bytes)).toEqual({ code: 'unsupported-format', found })
    expect(await problemOf(bytes, { pieces: 1000 })).toEqual({ code: 'unsupported-format', found })
  })

  test.each(['course.xlsx', 'course.ods'])(
    '%s cut off anywhere is damaged, not half a list',
    async (name) => {
      const bytes = await readFile(new URL(name, folder))
      for (const share of [0.2, 0.5, 0.9, 0.99]) {
        const cut = bytes.subarray(0, Math.floor(bytes.length * share))
        expect(await problemOf(cut)).toMatchObject({
          code: 'unreadable-source',
          reason: 'damaged',
        })
      }
    },
  )
})

describe('macros are not run, and said', () => {
  const person = '<row><c t="inlineStr"><is><t>Ada</t></is></c></row>'
  const odsPerson =
    '<table:table-row><table:table-cell><text:p>Ada</text:p></table:table-cell></table:table-row>'
  const macros = [sourceNotice('macros')]

  test.each([
    ['a VBA project', makeXlsx([{ name: 'a', rows: person }], entry('xl/vbaProject.bin')), macros],
    [
      'a sheet of Excel 4',
      makeXlsx([{ name: 'a', rows: person }], entry('xl/macrosheets/s.xml')),
      macros,
    ],
    [
      'a module of Basic',
      makeOds([{ name: 'a', rows: odsPerson }], entry('Basic/Standard/M.xml')),
      macros,
    ],
    [
      'an empty library',
      makeOds([{ name: 'a', rows: odsPerson }], entry('Basic/Standard/script-lb.xml')),
      [],
    ],
  ])('%s', async (_what, book, notices) => {
    const { cells, table } = await read(book)
    expect(cells).toEqual([['Ada']])
    expect(table.source.notices).toEqual(notices)
  })
})
