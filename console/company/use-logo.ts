import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeLogo, companyQuery, deleteLogo } from '../api/company.ts'
import { formatBytes } from '../ui/format-bytes.ts'

/** What the server takes. */
export const logoLimits = { bytes: 100_000, pixels: 2000 } as const

/** A picture that was chosen, and is not saved yet. */
interface Chosen {
  readonly file: File
  /** Its content, for the screen. */
  readonly address: string
}

/** The picture that is chosen, and the ways to save it and to remove the one that is there. */
export function useLogo() {
  const { t, i18n } = useTranslation('company')
  const queryClient = useQueryClient()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const refuse = (reason: string) => {
    setChosen(null)
    setRefused(reason)
  }
  const inWords = (bytes: number) => formatBytes(bytes, i18n.language)
  const choose = async (file: File | null) => {
    if (file === null) return
    saving.reset()
    if (file.size > logoLimits.bytes) {
      const [size, limit] = [inWords(file.size), inWords(logoLimits.bytes)]
      return refuse(t('logo.tooLarge', { size, limit }))
    }
    setRefused(null)
    setChosen({ file, address: await readAsAddress(file) })
  }
  const settled = (said: 'logo.saved' | 'logo.removed') => async () => {
    setChosen(null)
    notifications.show({ message: t(said) })
    await queryClient.invalidateQueries({ queryKey: companyQuery.queryKey })
  }
  const saving = useMutation({
    mutationFn: ({ file }: Chosen) => changeLogo(file),
    onSuccess: settled('logo.saved'),
  })
  const removing = useMutation({ mutationFn: deleteLogo, onSuccess: settled('logo.removed') })
  return {
    chosen,
    refused,
    choose: (file: File | null) => void choose(file),
    giveUp: () => {
      saving.reset()
      setChosen(null)
    },
    refuseUnreadable: () => refuse(t('logo.notRead')),
    save: () => chosen && saving.mutate(chosen),
    remove: () => removing.mutate(),
    isSaving: saving.isPending,
    isRemoving: removing.isPending,
    error: saving.error ?? removing.error,
  }
}

// As a data address: the page's policy knows pictures from here and such, and no others.
function readAsAddress(file: File): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const reader = new FileReader()
  reader.addEventListener('load', () => resolve(reader.result as string))
  reader.addEventListener('error', () => reject(reader.error))
  reader.readAsDataURL(file)
  return promise
}
