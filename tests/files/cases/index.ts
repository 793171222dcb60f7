import type { FileCases } from '../file-case.ts'
import { operations } from './operations.ts'

/** All cases, in the order of `docs/files.md`. Who writes an area registers it here. */
export const fileCases: readonly FileCases[] = [operations]
