import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { addText } from './add-text.ts'
import { noSource, unsentSourceKey, type UnsentSource } from './use-unsent-source.ts'

/**
 * @returns what opens the first steps of a batch with these rows already entered. They are kept beside the answers of
 *   the API, never in an address; what was entered there before stays above them.
 */
export function useBeginBatch(): (operation: string, rows: string) => void {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return (operation, rows) => {
    const unsent = queryClient.getQueryData<UnsentSource>(unsentSourceKey) ?? noSource
    queryClient.setQueryDefaults(unsentSourceKey, { gcTime: Infinity })
    queryClient.setQueryData<UnsentSource>(unsentSourceKey, {
      ...unsent,
      text: has(unsent.text, rows) ? unsent.text : addText(unsent.text, rows),
    })
    void navigate({ to: '/batch-operations', search: { operation } })
  }
}

function has(text: string, rows: string): boolean {
  return `\n${text}\n`.includes(`\n${rows}\n`)
}
