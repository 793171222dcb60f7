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
  /** @type {({ name: string } & import('./test/run-tests.js').Outcome)[]} */
  const results = []
  for (const { name, tool, args } of CHECKS) {
    heading(name)
    results.push({ name, ...(await runCheck(place, tool, args)) })
  }
  heading('tests')
  results.push({ name: 'tests', ...(await runTests(place)) })
  heading('tests in a browser')
  results.push({ name: 'tests in a browser', ...(await runBrowserTests(place)) })
  heading('summary')
  for (const { name, passed, failedTests, seconds } of results) {
    const counts = name.startsWith('tests')
      ? `, ${passed} passed, ${failedTests.length} failed`
      : ''
    const verdict = failedTests.length === 0 ? 'passed' : 'FAILED'
    console.log(`${verdict}  ${name} (${seconds.toFixed(1)} s${counts})`)
  }
  const failed = results.flatMap(({ failedTests }) => failedTests)
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  list(
    'Passed only when run once more:',
    results.flatMap(({ unsteadyTests }) => unsteadyTests),
  )
  list('Failed:', failed)
  console.log(
    `\nOf ${CHECKS.length} checks and the tests:\n${passed} passed, ${failed.length} failed`,
  )
  return failed.length === 0 ? 0 : 1
}

/**
 * @param {import('./test/run-tool.js').Place} place
 * @param {string} tool
 * @param {readonly string[]} args
 * @returns {Promise<import('./test/run-tests.js').Outcome>}
 */
async function runCheck(place, tool, args) {
  const { status, seconds } = await runTool(place, tool, args)
  const failedTests = status === 0 ? [] : [tool]
  return { passed: status === 0 ? 1 : 0, failedTests, unsteadyTests: [], seconds }
}

/**
 * @param {string} title
 * @param {readonly string[]} tests
 */
function list(title, tests) {
  if (tests.length > 0) console.log(['', title, ...tests.map((test) => `  ${test}`)].join('\n'))
}

/** @param {string} name */
function heading(name) {
  console.log(`\n── ${name} ${'─'.repeat(70 - name.length)}`)
}
