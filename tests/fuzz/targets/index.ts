import type { Target } from '../target.ts'
import { header } from './header.ts'
import { text } from './text.ts'
import { values } from './values.ts'
import { archive, ods, xlsx } from './workbook.ts'

/** All that the fuzzer tries, in turns. */
export const targets: readonly Target[] = [text, header, values, xlsx, ods, archive]
