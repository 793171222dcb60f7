#!/usr/bin/env node
import module from 'node:module'
import { fileURLToPath } from 'node:url'
import { keepHeapSmall, missingFlags } from './keep-heap-small.js'
import { endWithParent, runWith } from './run-with.js'
import { startAgain } from './start-again.js'
import { suitableNode } from './suitable-node.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const node = suitableNode(root)
const args = process.argv.slice(2)
const flags = missingFlags(args)

if (node === process.execPath) {
  startAgain(flags)
  keepHeapSmall(args)
  endWithParent()
  // Stripping types and compiling is most of a short command's time. The cache is the installation's own:
  // in a folder that everybody can write to, somebody else could put code there.
  module.enableCompileCache(
    fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)),
  )
  await import('../src/cli/main.ts').catch(explain)
} else if (node) {
  runWith(node, [...flags, ...process.execArgv, fileURLToPath(import.meta.url), ...args])
} else {
  console.error(`roster: needs Node 24 or later, and this is Node ${process.versions.node}.`)
  console.error(
    `Run "npm ci" in ${root} to install the one that the project brings for Linux and Windows,`,
  )
  console.error('or install Node 24 or later from https://nodejs.org.')
  process.exitCode = 1
}

/** @param {unknown} cause */
function explain(cause) {
  const isUninstalled = cause instanceof Error && cause.message.startsWith('Cannot find package')
  if (!isUninstalled) throw cause
  console.error(`roster: its packages are not installed (${cause.message}).`)
  console.error(`Run "npm ci" in ${root} and run the command again.`)
  process.exitCode = 1
}
