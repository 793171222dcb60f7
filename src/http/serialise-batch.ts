import { rowCount, type BatchRecord } from '../directory/batches.ts'
import type { ProblemGroup as Group } from '../domain/batch.ts'
import { describeProblem } from '../domain/describe-problem.ts'
import { describeSourceNotice } from '../domain/describe-source-notice.ts'
import { describeEffect } from '../domain/describe-effect.ts'
import { effectNames } from '../domain/effect.ts'
import type { FieldName } from '../domain/field.ts'
import type { Language } from '../domain/language.ts'
import type { Mapping } from '../domain/mapping.ts'
import { missingFields } from '../mapping/missing-fields.ts'
import { operationNamed } from '../operations/index.ts'
import type { OfferedMapping } from '../verify/remembered-mapping.ts'
import { describeCause } from './describe-cause.ts'
import { columnName } from '../domain/column-name.ts'
import type { Batch, EffectCount, ProblemGroup } from './contract/batch.ts'

/** A batch as the API shows it, its sentences in the reader's language. */
export function serialiseBatch(
  batch: BatchRecord,
  {
    confirm,
    remembered,
  }: { readonly confirm: Batch['confirm']; readonly remembered: OfferedMapping | null },
  language: Language,
): Batch {
  const { mapping, source } = batch
  const { fields } = operationNamed(batch.operation)
  return {
    batch: batch.id,
    operation: batch.operation,
    state: batch.state,
    digest: batch.digest,
    language: batch.language,
    source: {
      name: source.name,
      format: source.format,
      encoding: source.encoding,
      delimiter: source.delimiter,
      sheet: source.sheet,
      sheets: [...source.sheets],
      header: mapping.header,
      rows: rowCount(batch),
      firstLine: source.firstLine,
      notices: source.notices.map((notice) => ({
        code: notice.code,
        message: describeSourceNotice(notice, language),
        particulars: { ...notice.particulars },
      })),
    },
    mapping: mappedColumns(fields, mapping),
    columns: mapping.columns.map((column) => {
      const field = fields.find((field) => mapping.fields[field] === column.index) ?? null
      return {
        column: columnName(mapping, column.index),
        title: column.title,
        field,
        reason: field === null ? null : (mapping.reasons[field] ?? null),
        secret: column.secret,
        half: column.half ?? null,
      }
    }),
    fullName: mapping.fullName === undefined ? null : columnName(mapping, mapping.fullName),
    remembered: serialiseRemembered(remembered),
    asBefore: remembered?.isInUse ?? false,
    missing: [...missingFields(fields, mapping)],
    totals: { ...batch.totals },
    leftOut: batch.leftOut,
    effects: serialiseEffects(batch, language),
    groups: batch.groups.map((group) => serialiseGroup(group, language)),
    confirm,
    createdBy: batch.createdByEmail,
    createdAt: batch.createdAt.toISOString(),
    verifiedAt: batch.verifiedAt?.toISOString() ?? null,
    startedAt: batch.startedAt?.toISOString() ?? null,
    finishedAt: batch.finishedAt?.toISOString() ?? null,
    holdsMails: batch.holdsMails,
    clearedAt: batch.clearedAt?.toISOString() ?? null,
    cause: batch.cause === null ? null : describeCause(batch.cause, language),
  }
}

function serialiseRemembered(remembered: OfferedMapping | null): Batch['remembered'] {
  if (remembered === null || remembered.isInUse) return null
  const { choice, byEmail, at } = remembered
  const { fields, ignore, fullName } = choice
  return { fields, ignore: [...ignore], fullName, by: byEmail, at: at.toISOString() }
}

function mappedColumns(fields: readonly FieldName[], mapping: Mapping): Batch['mapping'] {
  const mapped = fields.flatMap((field) => {
    const index = mapping.fields[field]
    return index === undefined ? [] : [[field, columnName(mapping, index)] as const]
  })
  return Object.fromEntries(mapped)
}

function serialiseEffects({ effects, startedAt }: BatchRecord, language: Language): EffectCount[] {
  const tense = startedAt === null ? 'planned' : 'done'
  return effectNames.flatMap((effect) => {
    const count = effects[effect] ?? 0
    if (count === 0) return []
    return [{ effect, count, message: describeEffect({ effect, count }, tense, language) }]
  })
}

function serialiseGroup({ problem, ...group }: Group, language: Language): ProblemGroup {
  const { code, field, suggestion } = problem
  return {
    code,
    field,
    count: group.count,
    value: group.value,
    ...(suggestion !== undefined && { suggestion }),
    message: describeProblem(problem, language),
    firstLine: group.firstLine,
  }
}
