/** To be written. */
export function MailOutbox() {
  return null
}
