import { Badge } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconListCheck,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  type Icon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BatchState } from '../../src/domain/batch.ts'

/** Where a batch stands: icon, colour and word. */
export function BatchStateBadge(props: { readonly state: BatchState }) {
  const { t } = useTranslation('batch')
  const { icon: Icon, colour } = looks[props.state]
  return (
    <Badge
      variant="default"
      tt="none"
      size="lg"
      fw={600}
      miw="max-content"
      leftSection={
        <Icon
          size={14}
          stroke={2.2}
          aria-hidden
          color={`light-dark(var(--mantine-color-${colour}-8), var(--mantine-color-${colour}-4))`}
        />
      }
    >
      {t(`batchStates.${props.state}`)}
    </Badge>
  )
}

const looks: Readonly<Record<BatchState, { readonly icon: Icon; readonly colour: string }>> = {
  draft: { icon: IconPencil, colour: 'gray' },
  verified: { icon: IconListCheck, colour: 'blue' },
  waiting: { icon: IconClock, colour: 'blue' },
  executing: { icon: IconPlayerPlay, colour: 'blue' },
  done: { icon: IconCheck, colour: 'green' },
  stopped: { icon: IconPlayerPause, colour: 'yellow' },
  failed: { icon: IconAlertTriangle, colour: 'red' },
}
