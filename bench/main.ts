import { cpus, totalmem } from 'node:os'
import { measureDecode } from './decode.ts'
import { measureWorkbook } from './workbook.ts'

/** `npm run bench`: every promise, each as a ratio in one run. */
console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
)
await measureDecode()
await measureWorkbook()
await import('./operations.ts')
