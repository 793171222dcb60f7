/** The id of what is said of a row, so that its cells can point there. */
export const outcomeId = (row: number): string => `outcome-${row}`
