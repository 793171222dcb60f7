import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { Language } from '../../../src/domain/language.ts'
import { batchQuery, historyQuery } from '../../api/batches.ts'
import { newIdempotencyKey } from '../../api/new-idempotency-key.ts'
import { createBatch, type Source } from '../../api/upload.ts'
import { keptSources, type ReadingChoices } from './kept-sources.ts'
import { noSource, useUnsentSource } from './use-unsent-source.ts'
import { useUpload } from './use-upload.ts'

/** What becomes a batch. */
interface NewBatch {
  readonly operation: string
  readonly source: Source
  /** Of invited people; null: the company's. */
  readonly language: Language | null
  /** What a person chose where it could not be read, or nothing of it be taken. */
  readonly choices: Pick<ReadingChoices, 'encoding' | 'allRows'>
}

/**
 * The way from an operation and a source to a batch, whose page is then opened.
 * @param operation the selected one; undefined: none is yet
 */
export function useNewBatch(operation: string | undefined) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [unsent, setUnsent] = useUnsentSource()
  const [language, setLanguage] = useState<Language | null>(null)
  const keyOf = useKeys()

  const upload = useUpload<NewBatch>(
    (batch, transfer) =>
      createBatch(
        batch.source,
        {
          ...batch.choices,
          operation: batch.operation,
          ...(batch.language !== null && { language: batch.language }),
        },
        { ...transfer, idempotencyKey: keyOf(batch) },
      ),
    (batch, { source, choices }) => {
      keptSources.set(batch.batch, { source, choices })
      queryClient.setQueryData(batchQuery(batch.batch).queryKey, batch)
      void queryClient.invalidateQueries({ queryKey: historyQuery.queryKey, exact: true })
      setUnsent(noSource)
      void navigate({ to: '/batch-operations/$batch', params: { batch: batch.batch } })
    },
  )

  const send = (source: Source, choices: NewBatch['choices'] = {}) => {
    if (operation === undefined) return
    // Its page is fetched while the source is on its way. A failure shows when the page is opened.
    import('../batch-page.tsx').catch(() => {})
    upload.send({ operation, source, language, choices })
  }

  useEffect(() => {
    const { file, isWaiting } = unsent
    if (operation === undefined || file === null || !isWaiting) return
    setUnsent({ ...unsent, isWaiting: false })
    send(file)
  })

  return { unsent, setUnsent, language, setLanguage, upload, send }
}

// Trying the same again is the same act; anything else is another one.
function useKeys(): (batch: NewBatch) => string {
  const last = useRef<{ readonly batch: NewBatch; readonly key: string } | null>(null)
  return (batch) => {
    if (last.current !== null && isSame(last.current.batch, batch)) return last.current.key
    const key = newIdempotencyKey()
    last.current = { batch, key }
    return key
  }
}

function isSame(a: NewBatch, b: NewBatch): boolean {
  return (
    a.source === b.source &&
    a.operation === b.operation &&
    a.language === b.language &&
    a.choices.encoding === b.choices.encoding &&
    a.choices.allRows === b.choices.allRows
  )
}
