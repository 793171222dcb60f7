/** To be written. */
export function Users() {
  return null
}
