import { useEffect, useRef } from 'react'

/** What was pasted on the page, wherever the focus is. */
export type Pasted =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'text'; readonly text: string }
  /** A picture of cells, perhaps: nothing that can be read. */
  | { readonly kind: 'image' }

/** Takes what is pasted anywhere on the page; a text that is pasted into a field goes there as always. */
export function usePaste(onPasted: (pasted: Pasted) => void): void {
  const latest = useRef(onPasted)
  useEffect(() => {
    latest.current = onPasted
  })
  useEffect(() => {
    const take = (event: ClipboardEvent) => {
      const pasted = event.clipboardData && whatIsPasted(event.clipboardData)
      if (!pasted || (pasted.kind === 'text' && isField(event.target))) return
      event.preventDefault()
      latest.current(pasted)
    }
    document.addEventListener('paste', take)
    return () => document.removeEventListener('paste', take)
  }, [])
}

// A range copied from a spreadsheet comes as text with a picture of it; a copied file may come with its name.
function whatIsPasted(clipboard: DataTransfer): Pasted | null {
  const files = [...clipboard.files]
  const file = files.find(({ type }) => !type.startsWith('image/'))
  if (file !== undefined) return { kind: 'file', file }
  const text = clipboard.getData('text/plain')
  if (text.length > longest) return { kind: 'file', file: new File([text], 'clipboard.txt') }
  if (text !== '') return { kind: 'text', text }
  return files.length > 0 ? { kind: 'image' } : null
}

// Browsers stand still for seconds while they lay out 5 MB in a field; as a file it is sent at once.
const longest = 200_000

// A drop-down is an input as well, but nothing can be written in it: the focus is there once an operation is selected.
function isField(target: EventTarget | null): boolean {
  const field = target instanceof Element ? target.closest('input, textarea') : null
  return field !== null && !field.matches(':read-only')
}
