import {
  IconAlertTriangle,
  IconArrowRight,
  IconCheck,
  IconCircleMinus,
  IconClock,
  IconEqual,
  IconX,
  type Icon,
} from '@tabler/icons-react'
import type { Row } from '../../../src/http/contract/batch.ts'
import { useGrid } from './grid-context.ts'
import { rowStanding, type RowStanding } from './row-standing.ts'

/** The line of a row in its source, and where the row stands: an icon and a word. */
export function StateCell({ row }: { readonly row: Row }) {
  const {
    isPlanned,
    words: { t, language },
  } = useGrid()
  const standing = rowStanding(row)
  const StandingIcon = icons[standing]
  return (
    <>
      <span className="roster-grid-line">{row.line.toLocaleString(language)}</span>
      {(isPlanned || standing === 'left-out') && (
        <span className="roster-grid-standing" data-standing={standing}>
          <StandingIcon size={15} aria-hidden />
          {t(`states.${standing}`)}
        </span>
      )}
    </>
  )
}

const icons: Readonly<Record<RowStanding, Icon>> = {
  ready: IconArrowRight,
  unchanged: IconEqual,
  error: IconAlertTriangle,
  done: IconCheck,
  failed: IconX,
  'left-out': IconCircleMinus,
  unknown: IconClock,
}
