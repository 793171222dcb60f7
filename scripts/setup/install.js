import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { basename, join } from 'node:path'

const NETWORK =
  'The package registry cannot be reached: connect this machine, or tell npm which registry or proxy to use ' +
  '("npm config set registry URL", "npm config set proxy URL"), and run the command again.'
const NOT_WRITABLE =
  'Something could not be written (see above): give this user the right to write there, or run "npm ci" in the ' +
  "project's folder once as a user who may."

/** What to do about npm's error codes. @type {readonly (readonly [RegExp, string])[]} */
const ADVICE = [
  [/^(EACCES|EPERM|EROFS)$/, NOT_WRITABLE],
  [/^ENOSPC$/, 'The disk is full: make room (about 600 MB) and run the command again.'],
  [/^EINTEGRITY$/, 'A package arrived altered: run "npm cache verify", then the command again.'],
  [/^EUSAGE$/, 'package.json and package-lock.json do not fit together: run "npm install".'],
  [
    /^(E404|ETARGET)$/,
    'The registry does not have one of the packages: set another one and try again.',
  ],
  [
    /^E4\d\d$/,
    'The registry refused: check the access that npm is configured with, and try again.',
  ],
  [
    /^(E5\d\d|ENOTFOUND|EAI_AGAIN|ECONN.*|E.*TIMEDOUT|E.*UNREACH|ENOTCACHED|.*FETCH.*|.*SOCKET.*)$/,
    NETWORK,
  ],
  [
    /CERT/,
    'The registry\'s certificate is not trusted: set npm\'s "cafile", and run the command again.',
  ],
]

/**
 * Installs exactly what package-lock.json says. What is in npm's cache is taken from there.
 *
 * @param {string} root the project's folder
 * @param {{ dev: boolean }} options `dev` installs the packages for development whatever the environment says;
 *   without, npm's own configuration decides
 * @throws {Error} with a sentence that says what to do
 */
export async function install(root, { dev }) {
  // npm deletes in no certain order. Without its record, a tree that is half deleted is never taken for a whole one.
  rmSync(join(root, 'node_modules', '.package-lock.json'), { force: true })
  const { status, errors } = await npm(root, [
    'ci',
    '--include=optional',
    ...(dev ? ['--include=dev'] : []),
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    // npm's own ten seconds to a minute between attempts keep somebody without a network waiting.
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=5000',
  ])
  if (status === 0) return
  const code = /npm (?:error|ERR!) code (\S+)/.exec(errors)?.[1] ?? ''
  const advice = ADVICE.find(([codes]) => codes.test(code))?.[1]
  throw new Error(advice ?? 'npm did not finish (see above): run the command again.')
}

/**
 * @param {string} root
 * @param {string[]} args
 * @returns {Promise<{ status: number | null, errors: string }>}
 */
function npm(root, args) {
  return new Promise((resolve, reject) => {
    const [command, ...first] = npmCommand()
    const child = spawn(command, [...first, ...args], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: first.length === 0 && process.platform === 'win32',
    })
    let errors = ''
    child.stderr?.on('data', (chunk) => {
      errors += String(chunk)
      process.stderr.write(chunk)
    })
    child.on('error', () =>
      reject(new Error('npm was not found: install it, or put it in the path.')),
    )
    child.on('close', (status) => resolve({ status, errors }))
    // Interrupted, npm ends first; only then is the lock released.
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => child.kill(signal))
    }
  })
}

/**
 * The npm that called us, with the Node that it runs on: ours may be the bundled one, which is about to be replaced.
 *
 * @returns {[string, ...string[]]}
 */
function npmCommand() {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env
  if (cli && basename(cli) === 'npm-cli.js') return [node ?? process.execPath, cli]
  return ['npm']
}
