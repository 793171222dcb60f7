import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Leads to the sign-in. */
export function ToSignIn(props: { readonly variant?: 'filled' | 'default' }) {
  const { t } = useTranslation('doors')
  return (
    <Button
      variant={props.variant ?? 'filled'}
      renderRoot={(props) => <Link to="/sign-in" {...props} />}
    >
      {t('toSignIn')}
    </Button>
  )
}

/** Leads to where a link to choose a password is asked for. */
export function ToPasswordLink(props: {
  readonly label: 'askForLink' | 'forgotten'
  readonly variant?: 'filled' | 'default'
}) {
  const { t } = useTranslation('doors')
  return (
    <Button
      variant={props.variant ?? 'filled'}
      renderRoot={(props) => <Link to="/forgotten-password" {...props} />}
    >
      {t(props.label)}
    </Button>
  )
}
