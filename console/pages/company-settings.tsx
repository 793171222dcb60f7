/** To be written. */
export function CompanySettings() {
  return null
}
