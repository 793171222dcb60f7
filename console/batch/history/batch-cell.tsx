import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../src/http/contract/batch.ts'
import { Moment } from '../../ui/moment.tsx'
import { useOperation } from '../use-operation.ts'

/** Names a batch by its operation and source, and opens it. A narrow window has no column for when it was created. */
export function BatchCell(props: { readonly batch: Batch }) {
  const { t } = useTranslation('history')
  const { batch, operation, source, createdAt, clearedAt } = props.batch
  const { label } = useOperation(operation)
  return (
    <>
      <Anchor
        size="sm"
        fw={500}
        className="data-table-row-link"
        renderRoot={(props) => <Link to="/batch-operations/$batch" params={{ batch }} {...props} />}
      >
        {label}
      </Anchor>
      <Text size="sm" className="roster-quiet roster-break">
        {clearedAt === null ? (source.name ?? t('pasted')) : t('cleared')}
      </Text>
      <Text size="sm" className="roster-quiet" hiddenFrom="sm">
        <Moment at={createdAt} />
      </Text>
    </>
  )
}
