import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** @typedef {{ root: string, node: string }} Place the project's folder and the Node that runs its tools */

/** The package of a tool, where it bears another name. @type {Readonly<Record<string, string>>} */
const PACKAGES = { tsc: 'typescript' }

/**
 * Runs a tool of the project in the project's folder, with its output on ours.
 *
 * @param {Place} place
 * @param {string} tool the name of the executable
 * @param {readonly string[]} args
 * @returns {Promise<{ status: number, seconds: number }>} `status` is 1 where a signal ended the tool
 */
export function runTool({ root, node }, tool, args) {
  const start = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(node, [executable(root, tool), ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PATH: path(root) },
    })
    const stop = () => child.kill('SIGTERM')
    process.once('SIGTERM', stop)
    child.on('error', reject)
    child.on('exit', (status, signal) => {
      process.removeListener('SIGTERM', stop)
      if (signal === 'SIGTERM') process.exit(1)
      resolve({ status: status ?? 1, seconds: (performance.now() - start) / 1000 })
    })
  })
}

/**
 * Read from the package itself, since not every file system lets npm make links in node_modules/.bin.
 *
 * @param {string} root
 * @param {string} tool
 */
function executable(root, tool) {
  const folder = join(root, 'node_modules', PACKAGES[tool] ?? tool)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[tool])
}

/** @param {string} root */
function path(root) {
  return [join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter)
}
