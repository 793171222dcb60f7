import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { myDataAddress } from '../api/account.ts'

/** All that is known about who is signed in, as a file. */
export function MyData() {
  const { t } = useTranslation('account')
  return (
    <Button
      component="a"
      variant="default"
      href={myDataAddress}
      download
      leftSection={<IconDownload size={16} aria-hidden />}
    >
      {t('data.download')}
    </Button>
  )
}
