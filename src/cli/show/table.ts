import Table from 'cli-table3'
import type { Terminal } from '../terminal.ts'
import { plain } from './plain.ts'

type Cell = string | number | null

export interface TableOptions {
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** Columns with numbers, counted from 0. */
  readonly right?: readonly number[]
  readonly indent?: string
  readonly colours?: Terminal['colours']
}

const noLines = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
}

/** Aligned columns without lines. Cells are made fit for a terminal. */
export function table({ head, rows, right = [], indent = '', colours }: TableOptions): string {
  const grid = new Table({
    chars: noLines,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colAligns: head.map((_, column) => (right.includes(column) ? 'right' : 'left')),
  })
  grid.push(head.map((title) => colours?.bold(title) ?? title))
  for (const row of rows) grid.push(row.map((cell) => plain(String(cell ?? ''))))
  const lines = grid.toString().split('\n')
  return lines.map((line) => `${indent}${line.trimEnd()}`).join('\n')
}
