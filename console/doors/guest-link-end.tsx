import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkEnd } from './link-end.tsx'
import type { LinkRefusal } from './link-refusal.ts'
import { useLinkTime } from './use-link-time.ts'

/**
 * Why a guest link does not open.
 * @param props.onOpen called when it is time, where it does not open yet
 */
export function GuestLinkEnd(props: {
  readonly refusal: LinkRefusal
  readonly onOpen: () => void
}) {
  const { t } = useTranslation('doors')
  const time = useLinkTime()
  const { code, sentence, details } = props.refusal
  useOpening(code === 'link-too-early' ? details['from'] : undefined, props.onOpen)
  switch (code) {
    case 'link-too-early':
      return (
        <LinkEnd
          title={t('ends.tooEarly')}
          text={t('ends.tooEarlyText', { from: time(details['from']) })}
        />
      )
    case 'link-expired':
      return (
        <LinkEnd
          title={t('ends.expired')}
          text={t('ends.guestExpiredText', { until: time(details['until']) })}
        />
      )
    case 'no-entry':
      return <LinkEnd title={t('ends.noEntry')} text={sentence} />
    default:
      return <LinkEnd title={t('ends.unknown')} text={t('ends.guestUnknownText')} />
  }
}

/** Calls `open` at this time; whatever sleeps in between, soon after it. */
function useOpening(from: string | number | undefined, open: () => void): void {
  useEffect(() => {
    if (from === undefined) return undefined
    const at = Date.parse(String(from))
    const waiting = setInterval(() => {
      if (Date.now() < at) return
      clearInterval(waiting)
      open()
    }, 1_000)
    return () => clearInterval(waiting)
    // oxlint-disable-next-line react/exhaustive-deps -- what opens is made anew with each drawing
  }, [from])
}
