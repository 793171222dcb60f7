import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
]
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * The browser for the tests: the one that CHROMIUM names, an installed one, or Debian's, which is installed
 * where that may be done without a question.
 *
 * @returns {string} its path
 * @throws {Error} with a sentence that says what to do
 */
export function findChromium() {
  return installedChromium() ?? installChromium()
}

/** @returns {string | undefined} */
function installedChromium() {
  const { CHROMIUM, PATH = '' } = process.env
  const inPath = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...(CHROMIUM ? [CHROMIUM] : []), ...inPath, ...ELSEWHERE].find((path) => existsSync(path))
}

function installChromium() {
  if (process.getuid?.() === 0 && run('apt-get', ['--version'], 'ignore')) {
    console.error('Installing Chromium for the browser tests. This happens once.')
    run('apt-get', ['update', '-qq'], 'inherit')
    run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-dejavu-core'], 'inherit')
  }
  const found = installedChromium()
  if (found) return found
  throw new Error(
    'The browser tests need Chrome or Chromium: install it ("apt-get install chromium"), or name it in CHROMIUM.',
  )
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {'ignore' | 'inherit'} output
 */
function run(command, args, output) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', output], env }).status === 0
}
