import type { SwaggerOptions, SwaggerTransform } from '@fastify/swagger'
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
} from 'fastify-type-provider-zod'
import { z } from 'zod'
import { policy, type Act } from '../access/policy.ts'
import * as batches from './contract/batch.ts'
import * as directory from './contract/directory.ts'
import * as mails from './contract/mail.ts'
import { operationDescription } from './contract/operation.ts'
import { problemDetails } from './contract/problem-details.ts'
import { sessionCookie } from './session-cookie.ts'
import { isByLink } from './shown-link.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes a source: JSON with a text, or a form with a file, and these fields. */
    upload?: z.ZodType
  }
}

/** How the document is made from the routes: what a route's `config` says is not said again. */
export function openapi(version: string): SwaggerOptions {
  return {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Roster', version, description: introduction },
      tags: ['operations', 'batches', 'directory', 'access', 'server'].map((name) => ({ name })),
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: sessionCookie.name },
          link: { type: 'apiKey', in: 'header', name: 'Roster-Link' },
        },
      },
    },
    transform,
    transformObject: createJsonSchemaTransformObject({ schemaRegistry: named }),
  }
}

const introduction =
  'Change many users, rooms and guests at once: choose an operation, bring a file, verify, execute. ' +
  'Present an API key as `Authorization: Bearer …`; browsers sign in with one and keep a cookie. Sentences come in the language that `Accept-Language` ' +
  'names (en, de), else in the user’s. Errors are `application/problem+json` with a stable `code`; ' +
  'all codes stand at [/api/problems](/api/problems).'

/** The schemas that the document gives a name. */
const named = z.registry<{ id: string }>()
named.add(batches.anyJson, { id: 'Json' })
named.add(batches.batch, { id: 'Batch' })
named.add(batches.row, { id: 'Row' })
named.add(batches.progress, { id: 'Progress' })
named.add(batches.totals, { id: 'Totals' })
named.add(directory.user, { id: 'User' })
named.add(directory.room, { id: 'Room' })
named.add(directory.guest, { id: 'Guest' })
named.add(mails.mail, { id: 'Mail' })
named.add(operationDescription, { id: 'Operation' })
named.add(problemDetails, { id: 'Problem' })

const toJsonSchema = createJsonSchemaTransform({ schemaRegistry: named })

const transform: SwaggerTransform = (document) => {
  const { config = {} } = document.route
  const { upload, act = 'show-documentation' } = config
  const body = upload === undefined ? {} : { body: upload }
  const { schema, url } = toJsonSchema({
    ...document,
    schema: { ...document.schema, ...body },
  })
  if (schema.hide === true) return { schema, url }
  return {
    url,
    schema: {
      ...schema,
      description: [schema.description, whoMay(act)].filter(Boolean).join('\n\n'),
      ...securityOf(act),
      ...(upload !== undefined && { body: eitherWay(schema.body as JsonObject) }),
      ...(config.idempotent === true && { headers: idempotencyKey }),
      response: { ...(schema.response as JsonObject), default: anyProblem },
    },
  }
}

type JsonObject = Readonly<Record<string, unknown>>

function whoMay(act: Act): string {
  const needs = policy[act]
  if (needs === 'public') return 'Needs no key.'
  if (isByLink(needs)) return 'Opened by the secret part of a link, in the header `Roster-Link`.'
  if (needs === 'whole-account') return 'Any user may, but for keys with few permissions.'
  return needs === 'signed-in' ? 'Any user may.' : `Needs \`${needs}\`.`
}

function securityOf(act: Act): JsonObject {
  const needs = policy[act]
  if (needs === 'public') return {}
  return { security: isByLink(needs) ? [{ link: [] }] : [{ key: [] }, { session: [] }] }
}

function eitherWay(json: JsonObject): JsonObject {
  const { text: _, ...fields } = json['properties'] as JsonObject
  const required = Array.isArray(json['required']) ? json['required'] : []
  const mapping = { type: 'string', contentMediaType: 'application/json', description: 'As JSON.' }
  const file = { type: 'string', format: 'binary', description: 'The last part of the form.' }
  const form = {
    type: 'object',
    properties: { ...fields, mapping, file },
    required: [...required, 'file'],
  }
  return {
    content: {
      'application/json': { schema: { ...json, required: [...required, 'text'] } },
      'multipart/form-data': { schema: form },
    },
  }
}

const idempotencyKey = {
  type: 'object',
  properties: {
    'idempotency-key': {
      type: 'string',
      maxLength: 255,
      description: 'A repetition with the same key is answered as the first request was.',
    },
  },
}

const anyProblem = {
  description: 'What went wrong.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}
