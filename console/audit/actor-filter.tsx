import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usersQuery } from '../api/directory.ts'
import { userQuery } from '../api/users.ts'
import { without } from '../ui/without.ts'
import { shortId } from './short-id.ts'

/** Narrows the log to what one user did, who stands in the address by their id; the server searches the users. */
export function ActorFilter() {
  const { t } = useTranslation('audit')
  const { actor } = useSearch({ from: '/framed/audit-log' })
  const navigate = useNavigate({ from: '/audit-log' })
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, 250)
  const { data: found } = useInfiniteQuery(
    usersQuery({ search: search === '' ? undefined : search }),
  )
  const { data: chosen } = useQuery({ ...userQuery(actor ?? ''), enabled: actor !== undefined })
  const users = new Map((found?.rows ?? []).map(({ id, email }) => [id, email]))
  // Whoever is gone can still be asked for, and has no address any more.
  if (actor !== undefined) {
    users.set(actor, chosen?.email ?? t('actor.user', { id: shortId(actor) }))
  }
  const choose = (actor: string | null) =>
    void navigate({
      to: '.',
      search: (before) => ({ ...without(before, 'actor'), ...(actor !== null && { actor }) }),
      replace: true,
      resetScroll: false,
    })
  return (
    <Select
      w={{ base: '100%', xs: 240 }}
      aria-label={t('filter.actor')}
      placeholder={t('filter.anybody')}
      nothingFoundMessage={t('filter.noUser')}
      data={[...users].map(([value, label]) => ({ value, label }))}
      // The server has searched already, by names too.
      filter={({ options }) => options}
      value={actor ?? null}
      onChange={choose}
      onSearchChange={setTyped}
      searchable
      clearable
    />
  )
}
