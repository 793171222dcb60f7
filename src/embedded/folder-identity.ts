import { stat } from 'node:fs/promises'

/** What tells a folder from its copy: a copy has another place on the disk, and a moved folder keeps its own. */
export async function identityOf(folder: string): Promise<string> {
  const { dev, ino } = await stat(folder, { bigint: true })
  return `${dev}:${ino}`
}
