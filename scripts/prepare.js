// Runs after a bare `npm ci`, so that whoever installs the packages has the console as well.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConsole, isConsoleBuilt } from './setup/build-console.js'

const root = fileURLToPath(new URL('..', import.meta.url))

try {
  const canBuild = existsSync(join(root, 'node_modules', 'vite'))
  if (canBuild && !isConsoleBuilt(root)) buildConsole(root)
} catch (cause) {
  // The packages are there all the same, and the server says that there is no console.
  console.error(cause instanceof Error ? cause.message : String(cause))
}
