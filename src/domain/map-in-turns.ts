import { startTurn } from './start-turn.ts'

/** Maps many items one by one, in their order, and lets others through meanwhile and at the end. */
export async function mapInTurns<Item, Result>(
  items: readonly Item[],
  map: (item: Item) => Result,
): Promise<readonly Result[]> {
  const results: Result[] = []
  const turn = startTurn()
  for (const item of items) {
    if (turn.isOver()) await turn.next()
    results.push(map(item))
  }
  await turn.next()
  return results
}
