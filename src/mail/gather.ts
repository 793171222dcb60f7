/**
 * Gathers calls: `act` takes all that arrive while its last run is under way, so that hundreds of mails per
 * second cost a few dozen statements, and none waits longer than for one of them.
 * @returns a function that takes one item, and resolves to what `act` says of the run in which it was
 */
export function gather<Item, Answer>(
  act: (items: readonly Item[]) => Promise<Answer>,
): (item: Item) => Promise<Answer> {
  let waiting: Item[] = []
  let running: Promise<unknown> = Promise.resolve()
  let next: Promise<Answer> | null = null

  const run = async (): Promise<Answer> => {
    const items = waiting
    waiting = []
    next = null
    return await act(items)
  }

  return (item) => {
    waiting.push(item)
    if (next === null) running = next = running.then(run, run)
    return next
  }
}
