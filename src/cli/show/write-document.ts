import type { Context } from '../context.ts'

/** With `--json`: the one document on standard output. Answers whether it was asked for. */
export async function writeDocument(
  { flags, terminal }: Pick<Context, 'flags' | 'terminal'>,
  document: unknown,
): Promise<boolean> {
  if (flags.json !== true) return false
  await terminal.write(`${JSON.stringify(document, null, 2)}\n`)
  return true
}
