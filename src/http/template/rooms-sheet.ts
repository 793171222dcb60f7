import type { WriteSheet } from 'hucre/xlsx'
import { storableCell } from '../report/storable-cell.ts'
import { heading } from './styles.ts'
import type { Template } from './template.ts'
import { templateWords } from './template-words.ts'

/** The company's rooms, to be chosen from and to be looked up; no sheet where the operation needs none. */
export function roomsSheet({ operation, language, rooms }: Template): readonly WriteSheet[] {
  if (!operation.fields.includes('rooms') || rooms.length === 0) return []
  const name = templateWords[language].rooms
  return [
    {
      name,
      columns: [{ width: 40 }],
      rows: [[name], ...rooms.map((room) => [storableCell(room)])],
      cells: new Map([['0,0', { style: heading }]]),
      freezePane: { rows: 1 },
    },
  ]
}

/** Where the names stand, as a formula says it. */
export function roomsRange({ language, rooms }: Template): string {
  return `'${templateWords[language].rooms}'!$A$2:$A$${rooms.length + 1}`
}
