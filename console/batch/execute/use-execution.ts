import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../src/http/contract/batch.ts'
import { batchQuery, executeBatch } from '../../api/batches.ts'
import { ApiError } from '../../api/client.ts'
import { newIdempotencyKey } from '../../api/new-idempotency-key.ts'

/** The question whether to execute, and the execution itself. */
export interface Execution {
  /** The plan that is asked about, as it is on the screen; null: nothing is asked. */
  readonly asked: Batch | null
  /** Another plan took the place of the one that was asked about first. */
  readonly hasChanged: boolean
  readonly isSending: boolean
  readonly error: unknown
  readonly ask: (plan: Batch) => void
  readonly close: () => void
  /** @param holdMails its mails wait until somebody releases them */
  readonly execute: (holdMails: boolean) => void
}

interface Question {
  readonly plan: Batch
  readonly hasChanged: boolean
  /** The same for every attempt at this plan. */
  readonly idempotencyKey: string
}

interface Answer extends Question {
  readonly holdMails: boolean
}

export function useExecution(batch: string): Execution {
  const { t } = useTranslation('batch')
  const queryClient = useQueryClient()
  const [question, setQuestion] = useState<Question | null>(null)
  const { queryKey } = batchQuery(batch)
  const askAbout = (plan: Batch, hasChanged: boolean) =>
    setQuestion({ plan, hasChanged, idempotencyKey: newIdempotencyKey() })

  const sending = useMutation({
    mutationFn: ({ plan, idempotencyKey, holdMails }: Answer) =>
      executeBatch(batch, {
        digest: plan.digest ?? '',
        skipErrors: plan.totals.error > 0,
        confirm: plan.confirm,
        holdMails,
        // Held or not are two acts; the one that comes second is told that the batch is executed already.
        idempotencyKey: holdMails ? `${idempotencyKey}-held` : idempotencyKey,
      }),
    onSuccess: async (started) => {
      await queryClient.cancelQueries({ queryKey })
      queryClient.setQueryData(queryKey, started)
      setQuestion(null)
    },
    onError: async (error) => {
      if (!isAboutAnotherPlan(error)) return
      const plan = await queryClient.fetchQuery({ ...batchQuery(batch), staleTime: 0 })
      if (plan.state === 'verified') return askAbout(plan, true)
      setQuestion(null)
      const said = plan.state === 'draft' ? 'execute.changedDraft' : 'execute.executedElsewhere'
      notifications.show({ color: 'orange', message: t(said), autoClose: false })
    },
  })

  return {
    asked: question?.plan ?? null,
    hasChanged: question?.hasChanged ?? false,
    isSending: sending.isPending,
    error: isAboutAnotherPlan(sending.error) ? null : sending.error,
    ask: (plan) => {
      sending.reset()
      askAbout(plan, false)
    },
    close: () => setQuestion(null),
    execute: (holdMails) => question && sending.mutate({ ...question, holdMails }),
  }
}

// Somebody else may have executed it as well.
function isAboutAnotherPlan(error: unknown): boolean {
  return (
    error instanceof ApiError && (error.code === 'plan-changed' || error.code === 'illegal-move')
  )
}
