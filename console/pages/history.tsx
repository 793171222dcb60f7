/** To be written. */
export function History() {
  return null
}
