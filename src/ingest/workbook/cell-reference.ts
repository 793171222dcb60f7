/** Where `C7` is: the column counted from 0, the line from 1. Undefined for what is no reference. */
export function readCellReference(
  reference: string,
): { readonly column: number; readonly line: number } | undefined {
  const column = columnOf(reference)
  const line = Number(reference.replace(/^[A-Z]+/, ''))
  if (column === undefined || !Number.isSafeInteger(line) || line < 1) return undefined
  return { column, line }
}

/** The column of `C7`, 2; asked for every cell of a sheet. */
export function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined
  let column = 0
  for (let at = 0; at < 5; at += 1) {
    const letter = reference.charCodeAt(at) - 64
    if (!(letter >= 1 && letter <= 26)) break
    column = column * 26 + letter
  }
  return column === 0 ? undefined : column - 1
}
