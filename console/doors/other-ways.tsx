import { Anchor, Button, Divider } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Doors } from '../../src/http/contract/session.ts'
import { address } from '../api/client.ts'
import { without } from '../ui/without.ts'

/** The ways in beside address and password: the company's own provider, and API keys. */
export function OtherWays(props: { readonly singleSignOn: Doors['singleSignOn'] }) {
  const { t } = useTranslation('doors')
  const search = useSearch({ from: '/sign-in' })
  const { singleSignOn } = props
  const isWithKey = search.with === 'key'
  return (
    <>
      {singleSignOn !== null && (
        <>
          <Divider label={t('signIn.or')} />
          <Button
            component="a"
            variant="default"
            className="roster-high-button"
            href={address('/single-sign-on', { back: search.back })}
            rightSection={<IconExternalLink size={16} aria-hidden />}
          >
            {t('signIn.singleSignOn', singleSignOn)}
          </Button>
        </>
      )}
      <Anchor
        size="sm"
        ta="center"
        renderRoot={(props) => (
          <Link
            to="/sign-in"
            search={isWithKey ? without(search, 'with') : { ...search, with: 'key' }}
            {...props}
          />
        )}
      >
        {t(isWithKey ? 'signIn.withPassword' : 'signIn.withKey')}
      </Anchor>
    </>
  )
}
