import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {object} LockedPackage an entry of a package-lock.json
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {boolean} [link]
 * @property {string | string[]} [os]
 * @property {string | string[]} [cpu]
 * @property {string | string[]} [libc]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 * @property {Record<string, string>} [optionalDependencies]
 */

/**
 * Compares what package-lock.json demands for this platform with what npm recorded when it last finished an
 * installation. npm writes that record at the very end, so an interrupted installation counts as none.
 *
 * @param {string} root the project's folder
 * @param {{ dev: boolean }} options whether the packages for development are demanded, too
 * @returns {string[]} the paths of packages that are absent or of another version
 * @throws {Error} with a sentence for people when package.json or package-lock.json cannot be used
 */
export function missingPackages(root, { dev }) {
  const wanted = lockedPackages(root, 'package-lock.json')
  checkInStep(root, wanted[''] ?? {})
  const recorded = join('node_modules', '.package-lock.json')
  const installed = existsSync(join(root, recorded)) ? lockedPackages(root, recorded) : {}
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && isDemanded(entry, dev))
    .filter(([path, entry]) => !isInstalled(root, path, entry, installed[path]))
    .map(([path]) => path)
}

/**
 * An optional package is demanded only where it names a platform and that is ours: npm leaves out the rest as it
 * sees fit.
 *
 * @param {LockedPackage} entry
 * @param {boolean} dev
 */
function isDemanded(entry, dev) {
  if (entry.link || (entry.dev && !dev)) return false
  if (!entry.optional) return true
  if (!entry.os && !entry.cpu) return false
  return (
    includes(entry.os, () => process.platform) &&
    includes(entry.cpu, () => process.arch) &&
    includes(entry.libc, libc)
  )
}

/**
 * @param {string} root
 * @param {string} path
 * @param {LockedPackage} wanted
 * @param {LockedPackage | undefined} found
 */
function isInstalled(root, path, wanted, found) {
  if (found?.version !== wanted.version || found?.integrity !== wanted.integrity) return false
  return existsSync(join(root, path, 'package.json'))
}

/**
 * @param {string | string[] | undefined} allowed
 * @param {() => string} ours asked only where it matters
 */
function includes(allowed, ours) {
  return allowed === undefined || [allowed].flat().includes(ours())
}

/** @type {string | undefined} */
let knownLibc

// Asking takes several milliseconds, and a dozen packages want to know.
function libc() {
  knownLibc ??= hasGlibc(process.report.getReport()) ? 'glibc' : 'musl'
  return knownLibc
}

/** @param {object & { header?: { glibcVersionRuntime?: string } }} report */
function hasGlibc(report) {
  return report.header?.glibcVersionRuntime !== undefined
}

/**
 * @param {string} root
 * @param {LockedPackage} locked the lock's own idea of the project
 */
function checkInStep(root, locked) {
  const manifest = readJson(root, 'package.json')
  for (const kind of /** @type {const} */ ([
    'dependencies',
    'devDependencies',
    'optionalDependencies',
  ])) {
    if (sorted(manifest[kind]) === sorted(locked[kind])) continue
    throw new Error(`package.json and package-lock.json name different ${kind}: run "npm install".`)
  }
}

/** @param {Record<string, string> | undefined} versions */
function sorted(versions) {
  const names = Object.keys(versions ?? {}).toSorted()
  return names.map((name) => `${name}@${versions?.[name]}`).join(' ')
}

/**
 * @param {string} root
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function lockedPackages(root, file) {
  return readJson(root, file).packages ?? {}
}

/**
 * @param {string} root
 * @param {string} file
 */
function readJson(root, file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8'))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`${file} cannot be read (${reason}): get it again from the repository.`, {
      cause,
    })
  }
}
