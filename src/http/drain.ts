import type { IncomingMessage } from 'node:http'

/**
 * Reads and forgets what is left of a request, so that its sender comes to read the answer.
 * @param limit bytes; of a request that is longer, the rest is left, and the connection with it
 */
export async function drain(request: IncomingMessage, limit: number): Promise<void> {
  if (request.readableEnded || request.destroyed) return
  await new Promise<void>((resolve) => {
    let count = 0
    request.unpipe()
    request
      .once('end', resolve)
      .once('close', resolve)
      .once('error', () => resolve())
    request.on('data', (chunk: Buffer) => {
      count += chunk.length
      if (count > limit) resolve()
    })
    request.resume()
  })
}
