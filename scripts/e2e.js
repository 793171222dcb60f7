// The tests in a browser alone; what follows `--` goes to their runner: `npm run e2e -- frame`.
import { fileURLToPath } from 'node:url'
import { suitableNode } from '../bin/suitable-node.js'
import { runBrowserTests } from './test/run-browser-tests.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const place = { root, node: suitableNode(root) ?? process.execPath }
const { failedTests } = await runBrowserTests(place, process.argv.slice(2))
process.exitCode = failedTests.length === 0 ? 0 : 1
