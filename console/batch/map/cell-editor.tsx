import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Row } from '../../../src/http/contract/batch.ts'
import type { FieldColumn } from './grid-columns.ts'
import { useGrid } from './grid-context.ts'
import { RoomsInput } from './rooms-input.tsx'
import { WordsInput } from './words-input.tsx'

/**
 * Writes in a cell. Enter, Tab and leaving save, Escape does not; where the focus goes then is the grid's affair.
 * @param props.text what was typed already
 */
export function CellEditor(props: {
  readonly column: FieldColumn
  readonly row: Row
  readonly text: string | undefined
}) {
  const { t } = useTranslation('grid')
  const { save, close, unsavedIn } = useGrid()
  const { column, row, text } = props
  const unsaved = unsavedIn(row.row, column.field)
  const said = row.values[column.field] ?? ''
  const [typed, setTyped] = useState(text ?? unsaved?.text ?? said)
  const [isTouched, setIsTouched] = useState(text !== undefined)
  const isDone = useRef(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    input.current?.focus()
    if (text === undefined) input.current?.select()
  }, [text])

  const finish = (value: string | null) => {
    if (isDone.current) return
    isDone.current = true
    if (value !== null && (value !== said || unsaved !== undefined)) save(row, column.field, value)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // A word was picked from the list.
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    if (event.key === 'Enter' || event.key === 'Tab') finish(typed)
    if (event.key === 'Escape') finish(null)
  }
  const shared = {
    ref: input,
    value: typed,
    size: 'xs',
    'aria-label': t('cell.edit', { field: column.label, line: row.line }),
    onBlur: () => {
      finish(typed)
      close()
    },
  } as const
  const type = (value: string) => {
    setIsTouched(true)
    setTyped(value)
  }
  const pick = (value: string) => {
    finish(value)
    close()
  }
  return (
    // Behind the input, which first takes the keys that pick a word from its list.
    <div role="presentation" className="roster-grid-editor" onKeyDown={onKeyDown}>
      {column.values !== null ? (
        <WordsInput
          values={column.values}
          isTouched={isTouched}
          onType={type}
          onPick={pick}
          input={shared}
        />
      ) : column.cells === 'rooms' ? (
        <RoomsInput isTouched={isTouched} onType={type} input={shared} />
      ) : (
        <TextInput {...shared} onChange={({ currentTarget }) => type(currentTarget.value)} />
      )}
    </div>
  )
}
