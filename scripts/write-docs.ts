import { writeFileSync } from 'node:fs'
import { filesDoc } from './files-doc.ts'
import { operationsDoc } from './operations-doc.ts'

const pages = { 'operations.md': operationsDoc(), 'files.md': filesDoc() }
for (const [page, text] of Object.entries(pages)) {
  writeFileSync(new URL(`../docs/${page}`, import.meta.url), text)
}
