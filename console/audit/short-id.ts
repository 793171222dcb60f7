/** As much of an id as tells the things of one company apart; the end of it, since ids made at once begin alike. */
export function shortId(id: string | null): string {
  return id === null ? '' : id.slice(-8)
}
