import { Group, Stack, Text, VisuallyHidden } from '@mantine/core'
import {
  IconCheck,
  IconHeadphones,
  IconMicrophone,
  IconMinus,
  IconPencil,
  IconScreenShare,
  IconShield,
  type Icon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Rights } from '../../src/http/contract/my-room.ts'
import './rights.css'

/** What a role lets somebody do in a room, and what not: a line each. */
export function RightsList(props: { readonly may: Rights; readonly without?: keyof Rights }) {
  const { t } = useTranslation('rooms-of-mine')
  return (
    <Stack gap={6}>
      {rights
        .filter(([right]) => right !== props.without)
        .map(([right, Symbol]) => {
          const has = props.may[right]
          const Mark = has ? IconCheck : IconMinus
          return (
            <Group key={right} gap="xs" wrap="nowrap" {...(!has && { className: 'right-denied' })}>
              <Symbol size={18} stroke={1.6} aria-hidden />
              <Text size="sm" flex={1}>
                {t(`rights.${right}`)}
                <VisuallyHidden>: {t(has ? 'yes' : 'no')}</VisuallyHidden>
              </Text>
              <Mark size={16} aria-hidden />
            </Group>
          )
        })}
    </Stack>
  )
}

const rights: readonly (readonly [keyof Rights, Icon])[] = [
  ['join', IconHeadphones],
  ['send', IconMicrophone],
  ['share', IconScreenShare],
  ['moderate', IconShield],
  ['edit', IconPencil],
]
