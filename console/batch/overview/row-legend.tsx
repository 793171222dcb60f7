import { Button, Group, ThemeIcon } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNarrowing } from '../use-narrowing.ts'
import type { RowKind } from './row-kinds.ts'

/** What the picture of the rows says, in numbers and words; each is a filter that can be switched on and off. */
export function RowLegend(props: { readonly kinds: readonly RowKind[] }) {
  const { t, i18n } = useTranslation('batch')
  const { narrowing, narrow } = useNarrowing()
  return (
    <Group gap={4} role="group" aria-label={t('states.legend')} ml={-8}>
      {props.kinds.map(({ name, count, icon: Icon, colour, narrowing: kind }) => {
        const isShown = narrowing.state === kind.state && narrowing.leftOut === kind.leftOut
        return (
          <Button
            key={name}
            size="compact-md"
            px={8}
            fw={400}
            variant={isShown ? 'light' : 'subtle'}
            color="gray"
            aria-pressed={isShown}
            leftSection={
              <ThemeIcon size="sm" radius="xl" color={colour} aria-hidden>
                <Icon size={13} stroke={2.2} />
              </ThemeIcon>
            }
            onClick={() => narrow(isShown ? {} : kind)}
          >
            <strong>{count.toLocaleString(i18n.language)}</strong>&nbsp;{t(`states.${name}`)}
          </Button>
        )
      })}
    </Group>
  )
}
