import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Batch, ProblemGroup } from '../../../src/http/contract/batch.ts'
import { useOperation } from '../use-operation.ts'
import { ProblemActs } from './problem-acts.tsx'
import type { Mend } from './use-mend.ts'

/** Rows with the same problem: how many, what is wrong, and what can be done about all of them at once. */
export function ProblemEntry(props: {
  readonly batch: Batch
  readonly group: ProblemGroup
  readonly mend: Mend | undefined
}) {
  const { t } = useTranslation('batch')
  const { batch, group, mend } = props
  const { fieldLabel } = useOperation(batch.operation)
  const { code, field, value, count, firstLine } = group
  const problem = t(`problems.codes.${code}`)
  const inField =
    field === null ? problem : t('problems.inField', { field: fieldLabel(field), problem })
  // A cell that is known tells its field as well: “unknown room “Roon 1””.
  const name = value === null ? inField : t('problems.withCell', { problem, value })
  return (
    <li className="problem-entry">
      <Text fw={700} className="problem-count">
        {t('problems.times', { count })}
      </Text>
      <div className="problem-body">
        <div className="problem-text">
          <Text fw={600} size="sm" className="problem-name">
            {name}
          </Text>
          <Text size="sm" className="roster-quiet">
            {group.message} (
            {t(count === 1 ? 'problems.line' : 'problems.firstLine', { line: firstLine })})
          </Text>
        </div>
        <Group gap="xs" miw={0}>
          <ProblemActs batch={batch} group={group} mend={mend} name={name} />
        </Group>
      </div>
    </li>
  )
}
