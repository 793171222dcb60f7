import { Autocomplete, Button, Popover, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldName } from '../../../src/domain/field.ts'
import type { Batch, ProblemGroup } from '../../../src/http/contract/batch.ts'
import { useChoices } from './use-choices.ts'

/**
 * Asks what the cells that are wrong alike shall say instead: one of the field's own words or rooms, or any text.
 * @param props.name the problem in a few words
 */
export function ReplaceButton(props: {
  readonly batch: Batch
  readonly group: ProblemGroup & { readonly field: FieldName; readonly value: string }
  readonly name: string
  readonly onReplace: (replacement: string) => Promise<void>
}) {
  const { t } = useTranslation('batch')
  const { group, name } = props
  const { value, count, field } = group
  const [isOpen, { open, close }] = useDisclosure()
  const [text, setText] = useState('')
  const choices = useChoices(props.batch.operation, field, { text, isAsked: isOpen })
  const replace = async () => {
    close()
    await props.onReplace(text.trim())
  }
  return (
    <Popover
      opened={isOpen}
      onChange={(isOpen) => (isOpen ? open() : close())}
      trapFocus
      returnFocus
      width={300}
    >
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('problems.of', { act: t('problems.replace'), problem: name })}
          onClick={open}
        >
          {t('problems.replace')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('problems.replaceLabel', { value })}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void replace()
          }}
        >
          <Stack gap="xs">
            <Autocomplete
              data-autofocus
              label={t('problems.replacement', { value })}
              data={[...choices]}
              value={text}
              onChange={setText}
              comboboxProps={{ withinPortal: false }}
            />
            <Button type="submit" size="sm" disabled={text.trim() === ''}>
              {t('problems.replaceNow', { count })}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
