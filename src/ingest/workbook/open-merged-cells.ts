/** The merged cells that reach from rows which were read into those that follow: at most one for each column. */
export interface OpenMergedCells {
  /** A cell of the row that is being read reaches down to the line `bottom`. */
  readonly begin: (column: number, bottom: number) => void
  /** The texts that lie over this line. */
  over(line: number): Iterable<{ readonly column: number; readonly text: string }>
  /** The row is read: what begins in it has the texts of these cells. */
  end(line: number, cells: readonly string[]): void
}

export function openMergedCells(): OpenMergedCells {
  const open = new Map<number, { readonly text: string; readonly bottom: number }>()
  let beginning: { readonly column: number; readonly bottom: number }[] = []

  return {
    begin(column, bottom) {
      beginning.push({ column, bottom })
    },
    *over(line) {
      for (const [column, { text, bottom }] of open) {
        if (line > bottom) open.delete(column)
        else yield { column, text }
      }
    },
    end(line, cells) {
      if (beginning.length === 0) return
      for (const { column, bottom } of beginning) {
        const text = cells[column] ?? ''
        if (text.trim() !== '' && bottom > line) open.set(column, { text, bottom })
        else open.delete(column)
      }
      beginning = []
    },
  }
}
