import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { startServer, type TestServer } from './support/start-server.ts'

let here: TestServer
let document: z.infer<typeof openapi>

const openapi = z.object({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({}))),
  components: z.object({
    schemas: z.record(z.string(), z.unknown()),
    securitySchemes: z.record(z.string(), z.unknown()),
  }),
})

const operation = z.object({
  summary: z.string(),
  tags: z.array(z.string()).min(1),
  description: z.string(),
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().optional() }))
    .default([]),
  requestBody: z.object({ content: z.record(z.string(), z.looseObject({})) }).optional(),
  responses: z.record(z.string(), z.looseObject({ description: z.string() })),
  security: z.array(z.unknown()).optional(),
})

beforeAll(async () => {
  here = await startServer()
  document = openapi.parse(await (await fetch(`${here.url}/api/v1/openapi.json`)).json())
})

afterAll(() => here[Symbol.asyncDispose]())

function operations(): readonly (readonly [name: string, operation: z.infer<typeof operation>])[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, described]) => [`${method} ${path}`, operation.parse(described)] as const,
    ),
  )
}

test('every route of the API is described, with what it needs and what it answers', () => {
  expect(operations().length).toBeGreaterThan(30)
  for (const [name, { description, responses, parameters }] of operations()) {
    expect([name, description]).toEqual([
      name,
      expect.stringMatching(/Needs|Any user may|Opened by/),
    ])
    expect([name, Object.keys(responses).some((status) => /^[23]/.test(status))]).toEqual([
      name,
      true,
    ])
    expect([name, Object.keys(responses)]).toEqual([name, expect.arrayContaining(['default'])])
    const inPath = [...name.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter)
    const declared = parameters.filter((parameter) => parameter.in === 'path')
    expect([name, declared.map(({ name }) => name)]).toEqual([name, inPath])
  }
})

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
    ([, to]) => to ?? '',
  )
  expect(references.length).toBeGreaterThan(20)
  for (const reference of references) {
    const place = reference.replace(/^#\//, '').split('/')
    const found = place.reduce<unknown>(
      (at, name) => z.record(z.string(), z.unknown()).safeParse(at).data?.[name],
      document,
    )
    expect([reference, found]).toEqual([reference, expect.anything()])
  }
})

test('a source comes as a file or as a text', () => {
  const described = operations().filter(
    ([, { requestBody }]) => 'multipart/form-data' in (requestBody?.content ?? {}),
  )
  expect(described.map(([name]) => name)).toEqual([
    'post /api/v1/batches',
    'put /api/v1/batches/{batch}/source',
  ])
  for (const [, { requestBody }] of described) {
    expect(Object.keys(requestBody?.content ?? {})).toEqual([
      'application/json',
      'multipart/form-data',
    ])
    expect(JSON.stringify(requestBody)).toContain('"binary"')
  }
})

test('what heeds an Idempotency-Key says so', () => {
  const heeding = operations().filter(([, { parameters }]) =>
    parameters.some(({ name }) => name === 'idempotency-key'),
  )
  expect(heeding.map(([name]) => name).toSorted()).toEqual([
    'post /api/v1/batches',
    'post /api/v1/batches/{batch}/execution',
    'post /api/v1/rooms',
  ])
})

test('what needs a key says so', () => {
  const open = operations().filter(([, { security }]) => security === undefined)
  expect(open.map(([name]) => name)).toEqual([
    'get /health',
    'get /ready',
    'get /api/v1/session',
    'post /api/v1/session',
    'post /api/v1/password-links',
    'get /api/v1/single-sign-on',
    'get /api/v1/single-sign-on/return',
    'get /api/v1/operations',
  ])
})
