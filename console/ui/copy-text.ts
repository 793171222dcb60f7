/**
 * Puts a text on the clipboard. Browsers open theirs to pages that came by HTTPS or from this machine only;
 * elsewhere the older way is taken, which needs a text that is selected.
 * @returns whether it is there now
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    // Undefined where the browser keeps it closed, whatever its type says.
    const clipboard = navigator.clipboard as Clipboard | undefined
    if (clipboard === undefined) return copySelected(text)
    await clipboard.writeText(text)
    return true
  } catch {
    return copySelected(text)
  }
}

function copySelected(text: string): boolean {
  const focused = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.setAttribute('readonly', '')
  // Within a dialogue the focus may not leave it.
  const place = focused?.closest('[role=dialog]') ?? document.body
  place.append(field)
  field.select()
  // The only way there is on a page without HTTPS.
  const copied = document.execCommand('copy')
  field.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return copied
}
