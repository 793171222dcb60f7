import { Alert, SimpleGrid, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Source } from '../../api/upload.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { addText } from './add-text.ts'
import type { ReadingChoices } from './kept-sources.ts'
import { PlainText } from './plain-text.tsx'
import './provide.css'
import { ReadAs } from './read-as.tsx'
import { SourceDropzone } from './source-dropzone.tsx'
import { UnsentFile } from './unsent-file.tsx'
import { UploadProgress } from './upload-progress.tsx'
import { usePaste } from './use-paste.ts'
import type { UnsentSource } from './use-unsent-source.ts'
import type { Upload } from './use-upload.ts'

/**
 * A file (dropped, chosen or pasted) or a text, and its way to the server. A file is sent as soon as it is there.
 * @param props.upload cancels, and says how far it is and why it failed
 * @param props.send sends, to be read as chosen; called only when nothing is blocked
 * @param props.blocked why nothing can be sent yet; null: it can
 */
export function ProvideSource(props: {
  readonly unsent: UnsentSource
  readonly onUnsent: (unsent: UnsentSource) => void
  readonly upload: Omit<Upload<never>, 'send'>
  readonly send: (source: Source, choices?: ReadingChoices) => void
  readonly example: string
  readonly blocked: string | null
}) {
  const { unsent, onUnsent, upload, blocked } = props
  const { t } = useTranslation('steps')
  const [sent, setSent] = useState<Source | null>(null)
  const [refused, setRefused] = useState<'image' | 'several' | null>(null)

  const send = (source: Source, choices?: ReadingChoices) => {
    setSent(source)
    props.send(source, choices)
  }
  const takeFile = (file: File) => {
    setRefused(null)
    upload.forgetError()
    onUnsent({ ...unsent, file, isWaiting: blocked !== null })
    if (blocked === null) send(file)
  }
  usePaste((pasted) => {
    if (upload.isBusy) return
    if (pasted.kind === 'file') return takeFile(pasted.file)
    setRefused(pasted.kind === 'image' ? 'image' : null)
    if (pasted.kind === 'text') onUnsent({ ...unsent, text: addText(unsent.text, pasted.text) })
  })

  return (
    <Stack gap="sm">
      <SimpleGrid type="container" cols={{ base: 1, '46rem': 2 }} spacing="lg">
        <SourceDropzone
          isDisabled={upload.isBusy}
          onFile={takeFile}
          onSeveral={() => setRefused('several')}
        />
        <PlainText
          text={unsent.text}
          example={props.example}
          blocked={blocked}
          isDisabled={upload.isBusy}
          onText={(text) => onUnsent({ ...unsent, text })}
          onProcess={() => send(unsent.text)}
        />
      </SimpleGrid>
      {refused !== null && (
        <Alert color="yellow" role="alert">
          {t(`refused.${refused}`)}
        </Alert>
      )}
      {unsent.file !== null && !upload.isBusy && (
        <UnsentFile
          file={unsent.file}
          blocked={blocked}
          onSend={() => unsent.file && send(unsent.file)}
          onRemove={() => {
            upload.forgetError()
            onUnsent({ ...unsent, file: null, isWaiting: false })
          }}
        />
      )}
      {upload.progress !== null && (
        <UploadProgress progress={upload.progress} onCancel={upload.cancel} />
      )}
      <FailureNotice error={upload.error} />
      {sent !== null && !upload.isBusy && (
        <ReadAs error={upload.error} onRead={(choices) => send(sent, choices)} />
      )}
    </Stack>
  )
}
