import { Anchor, Group, Pill } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { batchQuery } from '../api/batches.ts'
import { useOperation } from '../batch/use-operation.ts'
import { without } from '../ui/without.ts'

/** Says that the outbox is narrowed to the mails of a batch, leads to it, and takes that back. */
export function BatchFilter({ batch }: { readonly batch: string }) {
  const { t } = useTranslation('mail')
  const navigate = useNavigate({ from: '/mail-outbox' })
  const { data } = useQuery(batchQuery(batch))
  const { label } = useOperation(data?.operation ?? '')
  const clear = () =>
    void navigate({
      to: '.',
      search: (before) => without(before, 'batch'),
      replace: true,
      resetScroll: false,
    })
  return (
    <Group gap="xs" mb="sm">
      <Pill
        size="md"
        withRemoveButton
        onRemove={clear}
        removeButtonProps={{
          'aria-label': t('ofBatch.remove'),
          'aria-hidden': false,
          tabIndex: 0,
        }}
      >
        {data === undefined ? t('ofBatch.anyBatch') : t('ofBatch.filter', { operation: label })}
      </Pill>
      {data !== undefined && (
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link to="/batch-operations/$batch" params={{ batch }} {...props} />
          )}
        >
          {t('opened.openBatch')}
        </Anchor>
      )}
    </Group>
  )
}
