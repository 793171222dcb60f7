import { createWriteStream } from 'node:fs'
import { open, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { errorText } from '../error-text.ts'
import { usageFailure } from '../failure.ts'
import type { Sentences } from '../sentences.ts'

export const reportFormats = ['csv', 'xlsx'] as const

export type ReportFormat = (typeof reportFormats)[number]

/** A file for the report, which was found to be writable before anything was done. */
export interface ReportFile {
  readonly path: string
  readonly format: ReportFormat
  /** Replaces what the file held. */
  write(report: Readable): Promise<void>
  /** Leaves nothing behind where nothing was written. */
  abandon(): Promise<void>
}

/** @throws Failure usage, when the file has another ending or cannot be written */
export async function openReportFile(file: string, words: Sentences): Promise<ReportFile> {
  const format = reportFormat(file, words)
  const wasThere = await stat(file).then(
    () => true,
    () => false,
  )
  try {
    const handle = await open(file, 'a')
    await handle.close()
  } catch (error) {
    throw usageFailure(words.unwritable(file, errorText(error)))
  }
  let isWritten = false
  return {
    path: file,
    format,
    async write(report) {
      isWritten = true
      await pipeline(report, createWriteStream(file))
    },
    async abandon() {
      if (!isWritten && !wasThere) await rm(file, { force: true })
    },
  }
}

function reportFormat(file: string, words: Sentences): ReportFormat {
  const ending = path.extname(file).slice(1).toLowerCase()
  const format = reportFormats.find((format) => format === ending)
  if (format === undefined) throw usageFailure(words.reportEnding(file))
  return format
}
