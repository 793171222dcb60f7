/** To be written. */
export function Room() {
  return null
}
