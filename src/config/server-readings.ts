import path from 'node:path'
import { z } from 'zod'
import { count, webAddress } from './kinds.ts'
import type { Reading } from './setting.ts'

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const

/** Where the server is, and what it keeps. */
export const serverReadings = {
  port: {
    name: 'ROSTER_PORT',
    default: '3000',
    description: 'The port of the server; 0 takes any free one.',
    schema: count(0, 65_535),
    must: 'a port number from 0 to 65535',
  },
  host: {
    name: 'ROSTER_HOST',
    default: '127.0.0.1',
    description:
      'The address at which the server listens; 0.0.0.0 listens at all of the machine’s.',
    schema: z.string().regex(/^[\w.:-]+$/u),
    must: 'an address of this machine, such as 127.0.0.1 or 0.0.0.0',
  },
  publicUrl: {
    name: 'ROSTER_PUBLIC_URL',
    default: null,
    description:
      'Where people reach the server from outside; the links in mails begin with it. Unless set, the address that the server prints.',
    schema: webAddress,
    must: 'an address that begins with http:// or https://',
  },
  log: {
    name: 'ROSTER_LOG',
    default: null,
    description: `How much is logged on standard error: ${logLevels.join(', ')}. Unless set, warn for a server and error for single commands.`,
    schema: z.enum(logLevels),
    must: `one of ${logLevels.join(', ')}`,
  },
  data: {
    name: 'ROSTER_DATA',
    default: './data',
    description: 'The data folder, unless --data names one.',
    schema: z.string().transform((folder) => path.resolve(folder)),
    must: 'a folder',
  },
  trustedProxies: {
    name: 'ROSTER_TRUSTED_PROXIES',
    default: null,
    description:
      'The addresses (or networks, 10.0.0.0/8) of proxies in front, separated by commas: what they say about whom they ask for is believed.',
    schema: z
      .string()
      .regex(/^[\da-f.:/, ]+$/iu)
      .transform((text) => text.split(',').map((one) => one.trim())),
    must: 'addresses or networks separated by commas, such as 10.0.0.1 or 10.0.0.0/8',
  },
  metricsToken: {
    name: 'ROSTER_METRICS_TOKEN',
    default: null,
    description:
      'What whoever collects /metrics sends as “Authorization: Bearer …”, at least 16 characters. Unless set, the key of the data folder is needed.',
    schema: z.string().regex(/^[\x21-\x7e]{16,}$/u),
    must: 'at least 16 characters without spaces',
  },
  batchesAtOnce: {
    name: 'ROSTER_BATCHES_AT_ONCE',
    default: '2',
    description:
      'How many batches, each of another company, this server executes side by side; several servers share the rest.',
    schema: count(1, 32),
    must: 'a number of batches from 1 to 32',
  },
  lanes: {
    name: 'ROSTER_LANES',
    default: '2',
    description:
      'How many chunks of one batch are executed side by side, each on a connection to the database.',
    schema: count(1, 16),
    must: 'a number of chunks from 1 to 16',
  },
  drain: {
    name: 'ROSTER_DRAIN',
    default: '0',
    description:
      'How many seconds a server that ends goes on answering while /ready says 503, for a proxy to notice.',
    schema: count(0, 600),
    must: 'a number of seconds from 0 to 600',
  },
  keepDays: {
    name: 'ROSTER_KEEP_DAYS',
    default: '90',
    description:
      'After so many days the rows and reports of batches are deleted, and mails; the counts stay.',
    schema: count(1, 36_500),
    must: 'a number of days from 1 to 36500',
  },
} satisfies Readonly<Record<string, Reading<unknown>>>
