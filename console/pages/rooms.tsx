/** To be written. */
export function Rooms() {
  return null
}
