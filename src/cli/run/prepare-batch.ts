import { nearest } from '../../domain/nearest.ts'
import type { Batch } from '../../http/contract/batch.ts'
import type { OperationDescription } from '../../http/contract/operation.ts'
import type { Client } from '../client.ts'
import type { Context } from '../context.ts'
import { exitCodes, Failure } from '../failure.ts'
import { showMapping } from '../show/mapping.ts'
import { mapAsBefore } from './map-as-before.ts'
import type { OpenSource } from './open-source.ts'
import { readChoices } from './read-choices.ts'
import type { ChoiceFlags } from './read-choices.ts'
import { verifyBatch } from './verify-batch.ts'

export interface Preparation extends ChoiceFlags {
  readonly operation: string
  readonly acceptSuggestions: boolean
}

/** Uploads the source, shows how it was understood, and verifies it: nothing is executed yet. */
export async function prepareBatch(
  context: Context,
  client: Client,
  { request, source }: { readonly request: Preparation; readonly source: OpenSource },
): Promise<Batch> {
  const { interrupt, words } = context
  try {
    const operation = operationNamed(await client.operations(), request.operation, words)
    const choices = readChoices(request, operation, words)
    const draft = await client.createBatch(choices, source)
    const batch = request.asBefore === true ? await mapAsBefore(client, draft, words) : draft
    showMapping(context, batch, operation)
    return await verifyBatch(context, client, {
      batch,
      acceptSuggestions: request.acceptSuggestions,
    })
  } catch (cause) {
    if (!interrupt.signal.aborted) throw cause
    const exit = interrupt.exit ?? exitCodes.interrupted
    throw new Failure(exit, { code: 'interrupted', title: words.nothingExecuted }, { cause })
  }
}

function operationNamed(
  operations: readonly OperationDescription[],
  name: string,
  words: Context['words'],
): OperationDescription {
  const found = operations.find(({ operation }) => operation === name)
  if (found !== undefined) return found
  const names = operations.map(({ operation }) => operation)
  const title = words.unknownOperation(name, nearest(name, names), names.join(', '))
  throw new Failure(exitCodes.usage, { code: 'unknown-operation', title })
}
