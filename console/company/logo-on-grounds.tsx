import { SimpleGrid } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import './logo-on-grounds.css'

/**
 * A logo as mails show it: on a light ground, and in the dark on the light plate that it stands on there.
 * @param props.onUnreadable called when it is no picture that the browser can show
 */
export function LogoOnGrounds(props: {
  readonly address: string
  readonly onUnreadable?: () => void
}) {
  const { t } = useTranslation('company')
  const { address, onUnreadable } = props
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} maw={520}>
      <div className="logo-ground logo-ground-light">
        <img src={address} alt={t('logo.onLight')} onError={onUnreadable} />
      </div>
      <div className="logo-ground logo-ground-dark">
        <span className="logo-plate">
          <img src={address} alt={t('logo.onDark')} />
        </span>
      </div>
    </SimpleGrid>
  )
}
