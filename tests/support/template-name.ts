/** The database that the tests of one run clone; no two runs share it, since the schema may have changed. */
export function templateName(runId: string): string {
  return `roster_template_${runId}`
}
