import type { FileCases } from '../file-case.ts'
import { words } from './words.ts'
import { names } from './names.ts'
import { cells } from './cells.ts'
import { addresses } from './addresses.ts'
import { operations } from './operations.ts'

/** All cases, in the order of `docs/files.md`. Who writes an area registers it here. */
export const fileCases: readonly FileCases[] = [cells, addresses, words, names, operations]
