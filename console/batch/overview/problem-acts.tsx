import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { fixCells, leaveOut } from '../../api/batches.ts'
import type { Batch, ProblemGroup } from '../../../src/http/contract/batch.ts'
import { showRows } from '../show-rows.ts'
import { useNarrowing } from '../use-narrowing.ts'
import { narrowingOf } from './narrowing-of.ts'
import { ReplaceButton } from './replace-button.tsx'
import { acceptInRows } from './accept-in-rows.ts'
import type { Mend } from './use-mend.ts'

/**
 * What can be done about rows with the same problem.
 * @param props.name the problem in a few words, so that equal buttons can be told apart
 */
export function ProblemActs(props: {
  readonly batch: Batch
  readonly group: ProblemGroup
  readonly mend: Mend | undefined
  readonly name: string
}) {
  const { t } = useTranslation('batch')
  const { group, mend, name } = props
  const { batch } = props.batch
  const { field, value, count, suggestion } = group
  const { narrow } = useNarrowing()
  const named = (act: string) => t('problems.of', { act, problem: name })
  const replace = async (replacement: string) => {
    const act = () =>
      field === null || value === null
        ? acceptInRows(batch, group)
        : fixCells(batch, { field, value, replacement })
    await mend?.run(act, t('problems.replaced', { count, replacement }))
  }
  const show = () => {
    narrow(narrowingOf(group))
    showRows()
  }
  const leaveAllOut = () => {
    const filter = narrowingOf(group)
    void mend?.run(
      () => leaveOut(batch, { leftOut: true, filter }),
      t('problems.leftOut', { count }),
    )
  }
  const accept = suggestion === undefined ? '' : t('problems.accept', { suggestion })
  return (
    <>
      {mend && suggestion !== undefined && (
        <Button
          size="compact-sm"
          maw="min(100%, 20rem)"
          aria-label={named(accept)}
          onClick={() => void replace(suggestion)}
        >
          {accept}
        </Button>
      )}
      {mend && value !== null && field !== null && (
        <ReplaceButton
          batch={props.batch}
          group={{ ...group, field, value }}
          name={name}
          onReplace={replace}
        />
      )}
      <Button
        size="compact-sm"
        variant="default"
        aria-label={named(t('problems.show'))}
        onClick={show}
      >
        {t('problems.show')}
      </Button>
      {mend && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          className="roster-quiet"
          aria-label={named(t('problems.leaveOut'))}
          onClick={leaveAllOut}
        >
          {t('problems.leaveOut')}
        </Button>
      )}
    </>
  )
}
