import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api/client.ts'
import type { ReadingChoices } from './kept-sources.ts'
import { SourceChoice } from './source-choice.tsx'
import { encodingLabel, encodings } from './source-properties.ts'

/**
 * After a source from which nothing could be taken: the same once more, read in another way. In the encoding that is
 * probably meant, or in any other; or, of a report, with the rows that are done. Nothing for other errors.
 */
export function ReadAs(props: {
  readonly error: unknown
  readonly onRead: (choices: ReadingChoices) => void
}) {
  const { t } = useTranslation('steps')
  const { error, onRead } = props
  if (!(error instanceof ApiError)) return null
  if (error.code === 'all-rows-done') {
    return (
      <Group>
        <Button size="xs" onClick={() => onRead({ allRows: true })}>
          {t('source.noticeActs.allRows')}
        </Button>
      </Group>
    )
  }
  const { encoding, suggestion } = error.details
  if (error.code !== 'unreadable-source' || encoding === undefined) return null
  return (
    <Group gap="xs">
      {suggestion !== undefined && (
        <Button size="xs" onClick={() => onRead({ encoding: String(suggestion) })}>
          {t('source.readAs', { encoding: encodingLabel(String(suggestion)) })}
        </Button>
      )}
      <SourceChoice
        label={t('source.encoding')}
        value={String(encoding)}
        choices={encodings.map((value) => ({ value, label: encodingLabel(value) }))}
        isDisabled={false}
        onChoose={(encoding) => onRead({ encoding })}
      />
    </Group>
  )
}
