import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { companyQuery } from '../../api/company.ts'

/** Lets the mails of a batch be held. Where the company holds all of its mails, they are anyway, and it says so. */
export function HoldBox(props: {
  readonly isHolding: boolean
  readonly hold: (isHolding: boolean) => void
}) {
  const { t } = useTranslation('batch')
  const { data: company } = useQuery(companyQuery)
  const isHeldAnyway = company?.holdsMails === true
  return (
    <Checkbox
      label={t('execute.hold')}
      description={t(isHeldAnyway ? 'execute.heldAnyway' : 'execute.holdText')}
      checked={props.isHolding || isHeldAnyway}
      disabled={isHeldAnyway}
      onChange={({ currentTarget }) => props.hold(currentTarget.checked)}
    />
  )
}
