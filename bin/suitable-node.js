import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The release that Roster is written and tested for. */
const PREFERRED_MAJOR = 24

/**
 * Finds a Node that runs TypeScript as it stands: the running one if it is recent enough, else the one that
 * the project brings as an optional dependency, else the running one if it can do so at all.
 *
 * @param {string} root the project's folder
 * @returns {string | undefined} the path of an executable, `process.execPath` for the running one
 */
export function suitableNode(root) {
  const running = process.versions.node
  if (majorOf(running) >= PREFERRED_MAJOR) return process.execPath
  return bundledNode(root) ?? (stripsTypes(running) ? process.execPath : undefined)
}

/** @param {string} root */
function bundledNode(root) {
  const require = createRequire(join(root, 'package.json'))
  const os = process.platform === 'win32' ? 'win' : process.platform
  // macOS on ARM is published under another name than its siblings.
  for (const name of [`node-${os}-${process.arch}`, `node-bin-${os}-${process.arch}`]) {
    try {
      const manifest = require.resolve(`${name}/package.json`)
      const { version, bin } = JSON.parse(readFileSync(manifest, 'utf8'))
      const executable = join(dirname(manifest), bin.node)
      if (stripsTypes(version) && existsSync(executable)) return executable
    } catch {
      // This one is not installed: the next name may be.
    }
  }
  return undefined
}

/**
 * Types are stripped without a flag from 22.18 and from 23.6 on.
 *
 * @param {string} version such as `22.18.0`
 */
function stripsTypes(version) {
  const major = majorOf(version)
  const minor = Number(version.split('.')[1])
  return major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18)
}

/** @param {string} version */
function majorOf(version) {
  return Number(version.split('.')[0])
}
