/** What is typed behind the last comma of a cell that names rooms. */
export function lastRoom(cell: string): string {
  return cell.slice(startOfLast(cell)).trim().replace(/^"/u, '')
}

/** The cell with this room in place of what is typed behind the last comma; quoted where it must be. */
export function withRoom(cell: string, room: string): string {
  const before = cell.slice(0, startOfLast(cell))
  const isQuoted = before !== '' && /[,"]/u.test(room)
  return before + (isQuoted ? `"${room.replaceAll('"', '""')}"` : room)
}

/** Behind the last comma that stands in no quotes. */
function startOfLast(cell: string): number {
  let start = 0
  let isQuoted = false
  for (let at = 0; at < cell.length; at++) {
    if (cell[at] === '"') isQuoted = !isQuoted
    if (cell[at] === ',' && !isQuoted) start = at + 1
  }
  return start
}
