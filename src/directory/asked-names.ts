import type { RoomNames } from '../domain/field.ts'

/** Every name that the rows' cells may mean, each once. */
export function askedNames(rows: readonly { readonly rooms: RoomNames }[]): readonly string[] {
  const names = new Set<string>()
  for (const { rooms } of rows) {
    names.add(rooms.whole)
    for (const part of rooms.parts) names.add(part)
  }
  return [...names]
}
