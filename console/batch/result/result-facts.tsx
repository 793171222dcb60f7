import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../src/http/contract/batch.ts'
import { describeDuration } from '../../ui/describe-duration.ts'
import './result-facts.css'

/** Who executed it, when, how long it took, and how fast it was. */
export function ResultFacts(props: { readonly batch: Batch }) {
  const { t, i18n } = useTranslation('batch')
  const { createdBy, startedAt, finishedAt, totals } = props.batch
  const { language } = i18n
  const begun = startedAt === null ? null : new Date(startedAt)
  const seconds =
    begun === null || finishedAt === null
      ? null
      : (new Date(finishedAt).getTime() - begun.getTime()) / 1_000
  const executed = totals.rows - totals.ready
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' })
  const facts: readonly (readonly [string, string | null])[] = [
    [t('result.by'), createdBy],
    [t('result.started'), begun && time.format(begun)],
    [t('result.took'), seconds === null ? null : describeDuration(atLeastSome(seconds), language)],
    [t('result.rate'), isTelling(seconds) ? rate(executed / seconds, language) : null],
  ]
  return (
    <dl className="result-facts">
      {facts.map(
        ([name, fact]) =>
          fact !== null && (
            <div key={name}>
              <dt className="roster-quiet">{name}</dt>
              <dd>{fact}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

// Nothing takes no time at all.
const atLeastSome = (seconds: number) => Math.max(0.1, seconds)

// What is over at once has a duration, but no rate that says anything.
const isTelling = (seconds: number | null): seconds is number => seconds !== null && seconds >= 1

const rate = (rowsPerSecond: number, language: string) =>
  Math.round(rowsPerSecond).toLocaleString(language)
