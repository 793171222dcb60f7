import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** Stands between the servers and their database, and is no good wire. */
export interface Proxy {
  readonly port: number
  /** Cuts every connection, in the middle of whatever it says. */
  cut(): number
  /** Lets no byte through, in either direction, and tells nobody. */
  halt(): void
  goOn(): void
  /** Each connection breaks after so many more bytes. */
  cutAfter(bytes: number): void
  close(): Promise<void>
}

interface Pair {
  readonly sockets: readonly Socket[]
  left: number
}

/** Opens a proxy to a port of the loopback. */
export async function openProxy(to: number): Promise<Proxy> {
  const pairs = new Set<Pair>()
  let isHalted = false
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1')
    const pair: Pair = { sockets: [near, far], left: Infinity }
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      for (const socket of pair.sockets) socket.destroy()
    }
    for (const [from, into] of [
      [near, far],
      [far, near],
    ] as const) {
      from.setNoDelay(true)
      from.on('error', end).on('close', end)
      from.on('data', (bytes: Buffer) => {
        into.write(pair.left < bytes.length ? bytes.subarray(0, pair.left) : bytes)
        pair.left -= bytes.length
        if (pair.left <= 0) end()
      })
      if (isHalted) from.pause()
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const sockets = () => [...pairs].flatMap((pair) => pair.sockets)
  return {
    port,
    cut() {
      const cut = pairs.size
      for (const socket of sockets()) socket.destroy()
      return cut
    },
    halt() {
      isHalted = true
      for (const socket of sockets()) socket.pause()
    },
    goOn() {
      isHalted = false
      for (const socket of sockets()) socket.resume()
    },
    cutAfter(bytes) {
      for (const pair of pairs) pair.left = bytes
    },
    async close() {
      server.close()
      for (const socket of sockets()) socket.destroy()
      await once(server, 'close')
    },
  }
}
