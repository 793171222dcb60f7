import { useMediaQuery } from '@mantine/hooks'

/** Pixels. All rows are equally high, so that any of them can be found without measuring those before it. */
export interface GridSizes {
  readonly header: number
  readonly row: number
  /** Of a row, the part that says what happens; 0 before the verification. */
  readonly outcome: number
}

export function useGridSizes({ isPlanned }: { readonly isPlanned: boolean }): GridSizes {
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const outcome = !isPlanned ? 0 : isNarrow ? 46 : 28
  return { header: 92, row: 38 + outcome, outcome }
}
