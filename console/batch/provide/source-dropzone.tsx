import { Button, Stack, Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** Takes one file: dropped, or chosen by the button within. What it is, the server finds out. */
export function SourceDropzone(props: {
  readonly isDisabled: boolean
  readonly onFile: (file: File) => void
  readonly onSeveral: () => void
}) {
  const { t } = useTranslation('steps')
  return (
    <Dropzone
      disabled={props.isDisabled}
      // Of several files none is taken: which one was meant cannot be known.
      onDrop={([file, ...more]) =>
        file === undefined || more.length > 0 ? props.onSeveral() : props.onFile(file)
      }
      // The button is what the keyboard finds; the zone around it is for the mouse.
      activateOnKeyboard={false}
      tabIndex={-1}
      inputProps={{ multiple: false, 'aria-hidden': true }}
      h="100%"
      mih={200}
      className="roster-dropzone"
    >
      <Stack align="center" justify="center" gap="xs" ta="center">
        <IconFileSpreadsheet size={36} stroke={1.4} aria-hidden className="roster-quiet" />
        <Text fw={600}>{t('file.drop')}</Text>
        <Text size="sm" className="roster-quiet">
          {t('file.formats')}
        </Text>
        {/* The click goes on to the zone, which opens the dialogue. */}
        <Button
          variant="default"
          mt={4}
          {...(props.isDisabled && { 'data-disabled': true, 'aria-disabled': true })}
        >
          {t('file.choose')}
        </Button>
      </Stack>
    </Dropzone>
  )
}
