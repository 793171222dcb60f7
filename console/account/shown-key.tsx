import { Alert, Code, Stack, Text } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CreatedKey } from '../../src/http/contract/key.ts'
import { CopyTextButton } from '../ui/copy-text-button.tsx'

/** A key that was just made, to be copied: it stays nowhere but on the screen, and goes with it. */
export function ShownKey(props: { readonly made: CreatedKey; readonly onHide: () => void }) {
  const { t } = useTranslation('account')
  const { name, key } = props.made
  return (
    <Alert
      role="status"
      icon={<IconKey aria-hidden />}
      title={t('keys.createdTitle', { name })}
      withCloseButton
      closeButtonLabel={t('keys.hide')}
      onClose={props.onHide}
    >
      <Stack gap="xs" align="start">
        <Text size="sm">{t('keys.createdText')}</Text>
        <Code block className="roster-break-all" w="100%">
          {key}
        </Code>
        <CopyTextButton value={key} label={t('keys.copy')} />
      </Stack>
    </Alert>
  )
}
