/** To be written. */
export function NewBatchPage() {
  return null
}
