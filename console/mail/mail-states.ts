import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconHandStop,
  IconHelpCircle,
  IconMailOff,
  IconSend,
  type Icon,
} from '@tabler/icons-react'
import type { Mail } from '../../src/http/contract/mail.ts'

/** The states of mails in the order of their lives, and how each looks. */
export const mailStates: Readonly<Record<Mail['state'], Look>> = {
  held: { icon: IconHandStop, colour: 'violet' },
  queued: { icon: IconClock, colour: 'gray' },
  sending: { icon: IconSend, colour: 'blue' },
  sent: { icon: IconCheck, colour: 'green' },
  failed: { icon: IconAlertTriangle, colour: 'red' },
  unknown: { icon: IconHelpCircle, colour: 'orange' },
  withdrawn: { icon: IconMailOff, colour: 'gray' },
}

/** Their names, in that order. */
export const mailStateNames = Object.keys(mailStates).filter(isMailState)

/** Is it the name of a state? */
export function isMailState(name: string | undefined): name is Mail['state'] {
  return name !== undefined && Object.hasOwn(mailStates, name)
}

interface Look {
  readonly icon: Icon
  readonly colour: string
}
