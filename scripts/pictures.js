// Takes pictures of the console: `npm run pictures` renews those of the README, `npm run pictures -- FOLDER`
// puts all pages there, at all widths, in both schemes and languages, to be looked at.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suitableNode } from '../bin/suitable-node.js'
import { runBrowserTests } from './test/run-browser-tests.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const [folder] = process.argv.slice(2)
if (folder === undefined) process.env['README_PICTURES'] = resolve(root, 'docs', 'pictures')
else process.env['PICTURES'] = resolve(folder)

const place = { root, node: suitableNode(root) ?? process.execPath }
const { failedTests } = await runBrowserTests(place, ['pictures', '--workers=1'])
process.exitCode = failedTests.length === 0 ? 0 : 1
