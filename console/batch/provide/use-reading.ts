import { useState } from 'react'
import type { NewSource } from '../../../src/http/contract/batch.ts'
import { mapBatch } from '../../api/batches.ts'
import { ApiError } from '../../api/client.ts'
import { replaceSource, type Source } from '../../api/upload.ts'
import { usePlan } from '../plan.ts'
import { keptSources, type ReadingChoices } from './kept-sources.ts'
import { useUpload } from './use-upload.ts'

/** What the person is asked for: any other source, or the same once more, to be read in another way. */
export type Asked =
  | { readonly what: 'another' }
  | { readonly what: 'again'; readonly choices: ReadingChoices }

/** How the source of the batch on the screen is read, and how that is changed. */
export function useReading() {
  const { batch, change } = usePlan()
  const id = batch.batch
  const [asked, setAsked] = useState<Asked | null>(null)
  const [isRead, setIsRead] = useState(false)

  const upload = useUpload<{ readonly source: Source; readonly choices: ReadingChoices }>(
    ({ source, choices }, transfer) =>
      change(() => replaceSource(id, { source, ...asSaid(choices) }, transfer)),
    (_, kept) => {
      keptSources.set(id, kept)
      setAsked(null)
      setIsRead(true)
    },
  )

  /** Reads the source anew, with these choices and those made before. */
  const read = (choices: ReadingChoices) => {
    const kept = keptSources.get(id)
    const all = withoutOldLine({ ...kept?.choices, ...choices }, choices)
    // The browser does not send a file that was changed since: it has to be chosen anew.
    const isLost = upload.error instanceof ApiError && upload.error.code === 'file-changed'
    if (kept === undefined || isLost) return setAsked({ what: 'again', choices: all })
    upload.send({ source: kept.source, choices: all })
  }

  /** Needs no file: the server has all rows, the first one among them. */
  const chooseHeader = async (header: boolean) => {
    await change(() => mapBatch(id, { header }))
    const kept = keptSources.get(id)
    if (kept !== undefined) {
      keptSources.set(id, { ...kept, choices: { ...kept.choices, header } })
    }
    setIsRead(true)
  }

  return {
    upload,
    asked,
    /** Something was read anew since the page was opened. */
    isRead,
    read,
    chooseHeader,
    askForAnother: () => setAsked({ what: 'another' }),
    dismiss: () => {
      upload.cancel()
      upload.forgetError()
      setAsked(null)
    },
    provide: (source: Source, choices: ReadingChoices = {}) =>
      upload.send({
        source,
        choices: { ...(asked?.what === 'again' && asked.choices), ...choices },
      }),
  }
}

// Another sheet begins in another line.
function withoutOldLine(
  { firstLine, ...all }: ReadingChoices,
  { sheet, firstLine: chosen }: ReadingChoices,
): ReadingChoices {
  const line = sheet === undefined ? firstLine : chosen
  return line === undefined ? all : { ...all, firstLine: line }
}

function asSaid({ header, ...choices }: ReadingChoices): Omit<NewSource, 'text'> {
  return header === undefined ? choices : { ...choices, mapping: { header } }
}
