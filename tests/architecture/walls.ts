/**
 * Who may import whom. A row covers a room (a folder of `src`, or `console`) or some files of it; a file may import
 * its own room, and what any row that covers it allows:
 *
 * - `domain`: every file of that room
 * - `mail/outbox*`: the files of that room whose path begins so
 * - `types of http/contract`: by `import type` only, so that nothing of it is loaded
 * - `everything`
 *
 * The command line reads its own version from `package.json`.
 *
 * Tests and benchmarks may import everything. ARCHITECTURE.md shows this table; a test holds the two equal.
 */
export const walls: Walls = {
  domain: [],
  ingest: ['domain'],
  mapping: ['domain'],
  directory: ['domain'],
  embedded: ['domain'],
  mail: ['domain', 'directory'],
  access: ['domain', 'directory'],
  transfer: ['domain', 'directory', 'embedded'],
  privacy: ['domain', 'directory', 'mail'],
  operations: ['domain', 'directory', 'mail/outbox*'],
  verify: ['domain', 'mapping', 'directory', 'operations'],
  execute: ['domain', 'directory', 'operations', 'verify', 'mail'],
  http: [
    'domain',
    'ingest',
    'mapping',
    'directory',
    'embedded',
    'mail',
    'access',
    'privacy',
    'operations',
    'verify',
    'execute',
  ],
  cli: [
    'domain',
    'ingest',
    'mapping',
    'directory',
    'embedded',
    'mail',
    'access',
    'operations',
    'verify',
    'execute',
    'transfer',
    'config',
    'types of http/contract',
    'package.json',
  ],
  'cli/main': ['app'],
  'cli/start*': ['app'],
  config: [],
  app: ['everything'],
  console: ['types of http/contract', 'types of domain'],
}

export type Walls = Readonly<Record<string, readonly string[]>>
