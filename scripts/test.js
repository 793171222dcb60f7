// Everything that must hold, in one run and with one exit code: the quick checks first, then the tests.
import { fileURLToPath } from 'node:url'
import { suitableNode } from '../bin/suitable-node.js'
import { runBrowserTests } from './test/run-browser-tests.js'
import { runTests } from './test/run-tests.js'
import { runTool } from './test/run-tool.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const node = suitableNode(root)

/** @type {readonly { name: string, tool: string, args: readonly string[] }[]} */
const CHECKS = [
  { name: 'format', tool: 'oxfmt', args: ['--check', '.'] },
  { name: 'types', tool: 'tsc', args: ['-p', '.'] },
  { name: 'types of the console', tool: 'tsc', args: ['-p', 'console'] },
  { name: 'lint', tool: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'dead code', tool: 'knip', args: [] },
]

if (node) {
  process.exitCode = await runEverything({ root, node })
} else {
  console.error(
    'The tests need Node 24 or later: install it from https://nodejs.org and run them again.',
  )
  process.exitCode = 1
}

/**
 * Goes on after a failed check, so that one run shows all there is to mend.
 *
 * @param {import('./test/run-tool.js').Place} place
 * @returns {Promise<number>} the exit code
 */
async function runEverything(place) {
  /** @type {{ name: string, passed: number, failed: number, seconds: number }[]} */
  const results = []
  for (const { name, tool, args } of CHECKS) {
    heading(name)
    const { status, seconds } = await runTool(place, tool, args)
    results.push({ name, passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, seconds })
  }
  heading('tests')
  results.push({ name: 'tests', ...(await runTests(place)) })
  heading('tests in a browser')
  results.push({ name: 'tests in a browser', ...(await runBrowserTests(place)) })
  heading('summary')
  for (const { name, passed, failed, seconds } of results) {
    const counts = name.startsWith('tests') ? `, ${passed} passed, ${failed} failed` : ''
    console.log(`${failed === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s${counts})`)
  }
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  console.log(`\nOf ${CHECKS.length} checks and the tests:\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

/** @param {string} name */
function heading(name) {
  console.log(`\n── ${name} ${'─'.repeat(70 - name.length)}`)
}
