/** For what the secret of a company's meeting server is sealed: no other company's row can borrow it. */
export function meetingSecret(companyId: string): string {
  return `meeting server of ${companyId}`
}
