import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { reportAddress } from '../../api/batches.ts'

/**
 * Downloads the report: every row with its state and its reasons, as a workbook or as text.
 * @param props.only `problems`: only rows that have some
 */
export function DownloadMenu(props: {
  readonly batch: string
  readonly label: string
  readonly only?: 'problems'
}) {
  const { t } = useTranslation('batch')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconDownload size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {props.label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['xlsx', 'csv'] as const).map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={reportAddress(props.batch, format, props.only)}
            download
          >
            {t(`problems.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
