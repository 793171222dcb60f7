import type { Server } from './route.ts'

/**
 * Lets work be done beside the answer, where the time that it takes would tell something. The server waits for it
 * before it closes; what fails is written into its log.
 */
export function afterAnswers(server: Server): (work: () => Promise<void>) => void {
  const underWay = new Set<Promise<void>>()
  server.addHook('onClose', async () => void (await Promise.all(underWay)))
  return (work) => {
    const done = work()
      .catch((error: unknown) => server.log.error({ err: error }, 'work after an answer failed'))
      .finally(() => underWay.delete(done))
    underWay.add(done)
  }
}
