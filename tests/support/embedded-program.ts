import { claimFolder } from '../../src/embedded/claim-folder.ts'
import { startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.ts'

// A program that lives as Roster does, for tests to kill: it claims the folder, starts the database,
// prints one line of JSON about it, and stops when its standard input ends.
const [folder = '', ask = 'serve'] = process.argv.slice(2)

const claim = await claimFolder(folder)
const server =
  ask === 'claim' || claim.heldBy !== null
    ? null
    : await startEmbeddedPostgres({ folder, say: () => {} })
console.log(
  JSON.stringify({
    heldBy: claim.heldBy,
    connection: server?.connection ?? null,
    user: process.getuid?.(),
  }),
)

await process.stdin.resume().toArray()
await server?.stop()
if (claim.heldBy === null) await claim.release()
