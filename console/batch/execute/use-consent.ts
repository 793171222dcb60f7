import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../src/http/contract/batch.ts'
import { useOperation } from '../use-operation.ts'

/** What a person must agree to before a plan is executed. */
export interface Consent {
  /** Rows with problems are to be skipped. */
  readonly isSkipping: boolean
  readonly skip: (isSkipping: boolean) => void
  /** How many deletions must be typed; null: nothing is deleted. */
  readonly deletions: number | null
  readonly typed: string
  readonly type: (typed: string) => void
  /** Its mails are to be held. */
  readonly isHolding: boolean
  readonly hold: (isHolding: boolean) => void
  /** What is missing, in a sentence; null: all is agreed to. */
  readonly obstacle: string | null
}

export function useConsent(plan: Batch): Consent {
  const { t, i18n } = useTranslation('batch')
  const { operation } = useOperation(plan.operation)
  const [isSkipping, skip] = useState(false)
  const [isHolding, hold] = useState(false)
  const [typed, type] = useState('')
  const { ready, error } = plan.totals
  const deletions = operation?.deletesUsers === true && ready > 0 ? ready : null
  const obstacle = () => {
    if (operation === undefined) return ''
    if (ready === 0) return error > 0 ? t('execute.onlyProblems') : t('execute.nothing')
    if (error > 0 && !isSkipping) return t('execute.mustSkip')
    if (deletions !== null && digitsOf(typed) !== String(deletions)) {
      return t('execute.mustType', { number: deletions.toLocaleString(i18n.language) })
    }
    return null
  }
  return { isSkipping, skip, deletions, typed, type, isHolding, hold, obstacle: obstacle() }
}

// “1,204”, “1.204” and “1 204” are the same number to whoever types it.
function digitsOf(typed: string): string {
  return typed.replaceAll(/[\s.,'’]/gu, '')
}
