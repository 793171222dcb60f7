import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suitableNode } from '../../bin/suitable-node.js'

/**
 * Is there a console that was built from what lies here now? True as well where there is none to build.
 *
 * @param {string} root the project's folder
 */
export function isConsoleBuilt(root) {
  if (!existsSync(join(root, 'console', 'index.html'))) return true
  const stamp = join(root, 'console', 'dist', 'built-from')
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digestOf(root)
}

/**
 * Builds the console beside the one that may be in use, and then puts it in its place.
 *
 * @param {string} root the project's folder
 * @throws {Error} with a sentence that says what to do
 */
export function buildConsole(root) {
  const node = suitableNode(root)
  if (!node)
    throw new Error('The console needs Node 24 or later: install it from https://nodejs.org.')
  const dist = join(root, 'console', 'dist')
  const fresh = join(root, 'console', `dist.${process.pid}`)
  const stamp = digestOf(root)
  try {
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
    const config = join(root, 'console', 'vite.config.ts')
    const args = [vite, 'build', '--config', config, '--outDir', fresh, '--logLevel', 'error']
    const { status } = spawnSync(node, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    if (status !== 0) throw new Error('The console could not be built (see above).')
    writeFileSync(join(fresh, 'built-from'), stamp)
    rmSync(dist, { recursive: true, force: true })
    renameSync(fresh, dist)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/**
 * What the console is built from: its files, and the packages at their versions.
 *
 * @param {string} root
 */
function digestOf(root) {
  const digest = createHash('sha256')
  for (const file of [join(root, 'package-lock.json'), ...filesOf(join(root, 'console'))]) {
    digest.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return digest.digest('hex')
}

/**
 * @param {string} folder
 * @returns {string[]} in a certain order
 */
function filesOf(folder) {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !/^(dist(\.\d+)?|node_modules)$/.test(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesOf(path) : [path]
  })
}
