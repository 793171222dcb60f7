import { Button } from '@mantine/core'
import { IconWand } from '@tabler/icons-react'
import type { Row } from '../../../src/http/contract/batch.ts'
import { changesInWords } from './changes-in-words.ts'
import { useGrid } from './grid-context.ts'
import { outcomeId } from './outcome-id.ts'

type Problem = Row['problems'][number]

/** What happens with a row: its problems, each with the one-click mend, or what changes, and what is worth knowing. */
export function OutcomeCell({ row }: { readonly row: Row }) {
  const { words } = useGrid()
  const { t } = words
  const said = Object.values(row.values)
  const sentences = row.leftOut
    ? [row.notices.find(({ code }) => code === 'left-out')?.message ?? t('leftOutText')]
    : [
        ...row.problems.map(({ message }) => message),
        ...changesInWords(row.changes, said, words),
        ...row.notices.map(({ message }) => message),
      ]
  const text = sentences.join(' · ')
  return (
    <span className="roster-grid-outcome" data-wrong={row.problems.length > 0 || undefined}>
      {!row.leftOut &&
        row.problems.map((problem) => (
          <AcceptButton key={`${problem.field} ${problem.code}`} row={row} problem={problem} />
        ))}
      <span
        id={outcomeId(row.row)}
        className="roster-grid-sentences"
        data-note={text}
        data-note-if-cut
      >
        {text}
      </span>
    </span>
  )
}

function AcceptButton({ row, problem }: { readonly row: Row; readonly problem: Problem }) {
  const {
    isEditable,
    save,
    words: { t },
  } = useGrid()
  const { field, suggestion } = problem
  if (!isEditable || field === null || suggestion === undefined) return null
  const value = row.values[field] ?? ''
  return (
    <Button
      tabIndex={-1}
      size="compact-xs"
      variant="light"
      className="roster-grid-accept"
      leftSection={<IconWand size={13} aria-hidden />}
      onClick={() => save(row, field, suggestion)}
    >
      {value === '' ? t('insert', { suggestion }) : t('accept', { suggestion, value })}
    </Button>
  )
}
