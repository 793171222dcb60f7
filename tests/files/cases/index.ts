import type { FileCases } from '../file-case.ts'
import { reports } from './reports.ts'
import { refused } from './refused.ts'
import { words } from './words.ts'
import { names } from './names.ts'
import { headers } from './headers.ts'
import { beginnings } from './beginnings.ts'
import { cells } from './cells.ts'
import { addresses } from './addresses.ts'
import { delimiters } from './delimiters.ts'
import { encodings } from './encodings.ts'
import { lines } from './lines.ts'
import { pasted } from './pasted.ts'
import { workbooks } from './workbooks.ts'
import { operations } from './operations.ts'
import { ownFiles } from './own-files.ts'

/** All cases, in the order of `docs/files.md`. Who writes an area registers it here. */
export const fileCases: readonly FileCases[] = [
  encodings,
  delimiters,
  lines,
  pasted,
  workbooks,
  beginnings,
  headers,
  cells,
  addresses,
  words,
  names,
  operations,
  ownFiles,
  reports,
  refused,
]
