/** To be written. */
export function BatchPage() {
  return null
}
