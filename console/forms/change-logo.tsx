import { Alert, Button, FileButton, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Company } from '../../src/http/contract/company.ts'
import { companyQuery, logoAddress } from '../api/company.ts'
import { LogoOnGrounds } from '../company/logo-on-grounds.tsx'
import { logoLimits, useLogo } from '../company/use-logo.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { useAskFirst } from '../ui/use-ask-first.tsx'

/** The company's logo: how it looks, another one before it is saved, and none. */
export function ChangeLogo({ company }: { readonly company: Company }) {
  const { t, i18n } = useTranslation('company')
  const { t: frame } = useTranslation('frame')
  const askFirst = useAskFirst()
  const { dataUpdatedAt } = useQuery(companyQuery)
  const logo = useLogo()
  const { chosen } = logo
  const askToRemove = () =>
    askFirst({
      title: t('logo.removeTitle'),
      text: t('logo.removeText'),
      confirm: t('logo.remove'),
      isHarmful: true,
      onConfirm: logo.remove,
    })
  return (
    <Stack gap="md">
      <Text size="sm" className="roster-quiet">
        {t('logo.text', {
          size: formatBytes(logoLimits.bytes, i18n.language),
          pixels: logoLimits.pixels,
        })}
      </Text>
      {chosen !== null && (
        <>
          <LogoOnGrounds address={chosen.address} onUnreadable={logo.refuseUnreadable} />
          <Text size="sm" role="status">
            {t('logo.unsaved')}
          </Text>
        </>
      )}
      {chosen === null && company.hasLogo && <LogoOnGrounds address={logoAddress(dataUpdatedAt)} />}
      {chosen === null && !company.hasLogo && <Text size="sm">{t('logo.none')}</Text>}
      {logo.refused !== null && (
        <Alert role="alert" color="yellow">
          {logo.refused}
        </Alert>
      )}
      <FailureNotice error={logo.error} />
      <Group gap="xs">
        {chosen !== null && (
          <>
            <Button onClick={logo.save} loading={logo.isSaving}>
              {t('logo.save')}
            </Button>
            <Button variant="default" onClick={logo.giveUp} disabled={logo.isSaving}>
              {frame('cancel')}
            </Button>
          </>
        )}
        <FileButton onChange={logo.choose} accept="image/png,image/jpeg">
          {(button) => (
            <Button variant="default" {...button} disabled={logo.isSaving}>
              {t(chosen !== null || company.hasLogo ? 'logo.other' : 'logo.choose')}
            </Button>
          )}
        </FileButton>
        {chosen === null && company.hasLogo && (
          <Button variant="default" onClick={askToRemove} loading={logo.isRemoving}>
            {t('logo.remove')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
