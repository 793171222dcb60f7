import { answers } from './answers.ts'
import { csv } from './csv.ts'
import { embedded } from './embedded.ts'
import { execute } from './execute.ts'
import { grid } from './grid.ts'
import { grownCompany } from './grown-company.ts'
import { lanes } from './lanes.ts'
import { mails } from './mails.ts'
import type { SpeedPromise } from './promise.ts'
import { servers } from './servers.ts'
import { upload } from './upload.ts'
import { verify } from './verify.ts'
import { workbook } from './workbook.ts'

/** Every promise about speed and memory. */
export const promises: readonly SpeedPromise[] = [
  execute,
  verify,
  upload,
  grownCompany,
  answers,
  servers,
  mails,
  lanes,
  embedded,
  csv,
  workbook,
  grid,
]
