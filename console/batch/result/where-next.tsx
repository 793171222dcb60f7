import { Button } from '@mantine/core'
import { IconRepeat } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { EffectName } from '../../../src/domain/effect.ts'
import type { Batch } from '../../../src/http/contract/batch.ts'

/** The same operation once more, and the pages where what was done can be seen. */
export function WhereNext(props: { readonly batch: Batch }) {
  const { t } = useTranslation('batch')
  const { batch, operation, effects, totals } = props.batch
  const changed = new Set(effects.map(({ effect }) => places[effect]))
  const shown: readonly Place[] = [...changed, ...(totals.mails > 0 ? (['mails'] as const) : [])]
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconRepeat size={16} aria-hidden />}
        renderRoot={(props) => <Link to="/batch-operations" search={{ operation }} {...props} />}
      >
        {t('result.again')}
      </Button>
      {shown.map((place) => (
        <Button
          key={place}
          variant="subtle"
          renderRoot={(props) => (
            <Link to={addresses[place]} search={place === 'mails' ? { batch } : {}} {...props} />
          )}
        >
          {t(`result.${place}`)}
        </Button>
      ))}
    </>
  )
}

type Place = keyof typeof addresses

const addresses = {
  users: '/users',
  rooms: '/rooms',
  guests: '/guests',
  mails: '/mail-outbox',
} as const

const places: Readonly<Record<EffectName, Place>> = {
  invited: 'users',
  'invited-again': 'users',
  assigned: 'rooms',
  'role-changed': 'rooms',
  'removed-from-rooms': 'rooms',
  deleted: 'users',
  'guest-invited': 'guests',
  'guest-changed': 'guests',
}
