import { Button, NumberInput, Popover, Stack } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/**
 * The line in which reading begins, which can be put right at once.
 * @param props.isFixed it is too late to change it
 * @param props.isDisabled something is being read just now
 */
export function FirstLine(props: {
  readonly line: number
  readonly isFixed: boolean
  readonly isDisabled: boolean
  readonly onChoose: (line: number) => void
}) {
  const { t } = useTranslation('steps')
  const [isOpen, setIsOpen] = useState(false)
  const [wanted, setWanted] = useState<number | string>(props.line)
  const value = t('source.firstLine.value', { line: props.line })
  if (props.isFixed) return <span className="roster-quiet">{value}</span>
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-start"
      withinPortal={false}
      trapFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          fw={400}
          disabled={props.isDisabled}
          aria-label={t('source.change', { label: t('source.firstLine.label'), value })}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          onClick={() => {
            setWanted(props.line)
            setIsOpen(!isOpen)
          }}
        >
          {value}
        </Button>
      </Popover.Target>
      <Popover.Dropdown maw={300}>
        <Stack
          component="form"
          gap="xs"
          onSubmit={(event) => {
            event.preventDefault()
            setIsOpen(false)
            if (typeof wanted === 'number' && wanted !== props.line) props.onChoose(wanted)
          }}
        >
          <NumberInput
            label={t('source.firstLine.input')}
            description={t('source.readingAnew')}
            value={wanted}
            onChange={setWanted}
            min={1}
            max={100_000_000}
            allowDecimal={false}
            allowNegative={false}
            required
            withAsterisk={false}
          />
          <Button type="submit" size="xs">
            {t('source.firstLine.read')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
