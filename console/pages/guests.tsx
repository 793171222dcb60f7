/** To be written. */
export function Guests() {
  return null
}
