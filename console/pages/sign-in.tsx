/** To be written. */
export function SignIn() {
  return null
}
