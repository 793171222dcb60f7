/** Where the rows stand on the batch page. */
export const rowsId = 'rows'

/** Leads eyes and focus to the rows. */
export function showRows(): void {
  const rows = document.getElementById(rowsId)
  rows?.focus({ preventScroll: true })
  rows?.scrollIntoView({ block: 'start' })
}
