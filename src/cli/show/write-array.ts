import type { Terminal } from '../terminal.ts'

/** Writes pages of items as one JSON array, an item to a line, and stops when nobody reads on. */
export async function writeArray(
  terminal: Terminal,
  pages: AsyncIterable<readonly unknown[]>,
  indent = '',
): Promise<void> {
  let before = '['
  for await (const page of pages) {
    if (terminal.isClosed) return
    const items = page.map((item) => {
      const text = `${before}\n${indent}  ${JSON.stringify(item)}`
      before = ','
      return text
    })
    await terminal.write(items.join(''))
  }
  await terminal.write(before === '[' ? '[]' : `\n${indent}]`)
}
