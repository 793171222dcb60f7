/** A line that only draws a table, and is no record: `| --- | :-: |` of Markdown, `+-----+-----+` of a terminal. */
export function isRule(cells: readonly string[]): boolean {
  return (
    cells.some((cell) => cell.includes('--')) && cells.every((cell) => /^[\s:+-]*$/u.test(cell))
  )
}
