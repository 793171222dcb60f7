import { Select } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { without } from '../ui/without.ts'
import { actNames } from './act-name.ts'

/** Narrows the log to one act, which stands in the address. */
export function ActFilter() {
  const { t, i18n } = useTranslation('audit')
  const { act } = useSearch({ from: '/framed/audit-log' })
  const navigate = useNavigate({ from: '/audit-log' })
  const choose = (act: string | null) =>
    void navigate({
      to: '.',
      search: (before) => ({ ...without(before, 'act'), ...(act !== null && { act }) }),
      replace: true,
      resetScroll: false,
    })
  const { compare } = new Intl.Collator(i18n.language)
  return (
    <Select
      w={{ base: '100%', xs: 240 }}
      aria-label={t('filter.act')}
      placeholder={t('filter.anyAct')}
      data={actNames
        .map((value) => ({ value, label: t(`acts.${value}`) }))
        .toSorted((a, b) => compare(a.label, b.label))}
      value={actNames.find((name) => name === act) ?? null}
      onChange={choose}
      searchable
      clearable
    />
  )
}
