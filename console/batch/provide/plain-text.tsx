import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

/**
 * Rows as plain text: typed, or copied from a spreadsheet.
 * @param props.example shown until something is entered
 * @param props.blocked why nothing can be sent yet; null: it can
 */
export function PlainText(props: {
  readonly text: string
  readonly example: string
  readonly blocked: string | null
  readonly isDisabled: boolean
  readonly onText: (text: string) => void
  readonly onProcess: () => void
}) {
  const { t } = useTranslation('steps')
  const why = useId()
  const isEmpty = props.text.trim() === ''
  const reason = props.blocked ?? (isEmpty ? t('text.empty') : null)
  return (
    <Stack
      component="form"
      gap="xs"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason === null) props.onProcess()
      }}
    >
      <Textarea
        label={t('text.label')}
        description={t('text.description')}
        placeholder={props.example}
        value={props.text}
        onChange={({ currentTarget }) => props.onText(currentTarget.value)}
        readOnly={props.isDisabled}
        rows={8}
        spellCheck={false}
        autoCapitalize="off"
        wrap="off"
        classNames={{ input: 'roster-plain-text' }}
      />
      <Group gap="sm">
        <Button
          type="submit"
          lang="en"
          disabled={reason !== null || props.isDisabled}
          aria-describedby={why}
        >
          {t('processText')}
        </Button>
        <Text id={why} size="sm" className="roster-quiet">
          {reason}
        </Text>
      </Group>
    </Stack>
  )
}
