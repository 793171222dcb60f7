import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/**
 * One recognised property of a source, which can be put right at once.
 * @param props.warning what choosing another one costs
 */
export function SourceChoice(props: {
  readonly label: string
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly isDisabled: boolean
  readonly warning?: string
  readonly onChoose: (value: string) => void
}) {
  const { t } = useTranslation('steps')
  const shown = props.choices.find(({ value }) => value === props.value)?.label ?? props.value
  return (
    <Menu position="bottom-start" withinPortal={false}>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          fw={400}
          disabled={props.isDisabled}
          aria-label={t('source.change', { label: props.label, value: shown })}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {shown}
        </Button>
      </Menu.Target>
      <Menu.Dropdown maw={300}>
        <Menu.Label>{props.label}</Menu.Label>
        <Menu.RadioGroup
          value={props.value}
          onChange={(value) => value !== props.value && props.onChoose(value)}
        >
          {props.choices.map(({ value, label }) => (
            <Menu.RadioItem key={value} value={value} closeMenuOnClick>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        {props.warning !== undefined && <Menu.Label>{props.warning}</Menu.Label>}
      </Menu.Dropdown>
    </Menu>
  )
}
