import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api/client.ts'
import { SourceChoice } from './source-choice.tsx'
import { encodingLabel, encodings } from './source-properties.ts'

/**
 * After a file that could not be read in an encoding: the same file again, in the one that is probably meant, or in any
 * other. Nothing for other errors.
 */
export function ReadAs(props: {
  readonly error: unknown
  readonly onEncoding: (encoding: string) => void
}) {
  const { t } = useTranslation('steps')
  if (!(props.error instanceof ApiError) || props.error.code !== 'unreadable-source') return null
  const { encoding, suggestion } = props.error.details
  if (encoding === undefined) return null
  return (
    <Group gap="xs">
      {suggestion !== undefined && (
        <Button size="xs" onClick={() => props.onEncoding(String(suggestion))}>
          {t('source.readAs', { encoding: encodingLabel(String(suggestion)) })}
        </Button>
      )}
      <SourceChoice
        label={t('source.encoding')}
        value={String(encoding)}
        choices={encodings.map((value) => ({ value, label: encodingLabel(value) }))}
        isDisabled={false}
        onChoose={props.onEncoding}
      />
    </Group>
  )
}
