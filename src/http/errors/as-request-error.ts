import { MappingError } from '../../domain/mapping.ts'
import { RequestError, type RequestErrorCode } from '../../domain/request-error.ts'

/**
 * What an error means to the caller; undefined when it can mean nothing to them. What is wrong with a
 * source or with the input is told apart elsewhere, since it needs sentences of its own.
 */
export function asRequestError(error: unknown): RequestError | undefined {
  if (error instanceof RequestError) return error
  if (error instanceof MappingError) return new RequestError(error.code, error.details)
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const known = errors[code]
  if (known !== undefined) return new RequestError(known[0], known[1], { cause: error })
  // As the driver says of a connection that broke off, without a code.
  if (error.message.startsWith('Connection terminated'))
    return new RequestError('database-unreachable', {}, { cause: error })
  const status = 'statusCode' in error ? error.statusCode : undefined
  const isRefusal = typeof status === 'number' && status >= 400 && status < 500
  return isRefusal ? invalid('malformed', error) : undefined
}

function invalid(reason: string, cause: Error): RequestError {
  return new RequestError('invalid-request', { reason }, { cause })
}

/** By the codes of PostgreSQL, of Fastify and of its multipart plugin. */
const errors: Readonly<Record<string, readonly [RequestErrorCode, { reason?: string }]>> = {
  '53100': ['storage-full', {}],
  ENOSPC: ['storage-full', {}],
  EDQUOT: ['storage-full', {}],
  // It is ending, was ended, or is starting; nobody listens; or it left in the middle.
  '57P01': ['database-unreachable', {}],
  '57P02': ['database-unreachable', {}],
  '57P03': ['database-unreachable', {}],
  '25P03': ['database-unreachable', {}],
  '53300': ['database-full', {}],
  ECONNREFUSED: ['database-unreachable', {}],
  ECONNRESET: ['database-unreachable', {}],
  EHOSTUNREACH: ['database-unreachable', {}],
  ENETUNREACH: ['database-unreachable', {}],
  ENOTFOUND: ['database-unreachable', {}],
  EAI_AGAIN: ['database-unreachable', {}],
  ETIMEDOUT: ['database-unreachable', {}],
  '22021': ['invalid-request', { reason: 'unstorable-character' }],
  '22P05': ['invalid-request', { reason: 'unstorable-character' }],
  FST_ERR_CTP_BODY_TOO_LARGE: ['invalid-request', { reason: 'body-too-large' }],
  FST_ERR_CTP_INVALID_JSON_BODY: ['invalid-request', { reason: 'invalid-json' }],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['invalid-request', { reason: 'invalid-json' }],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['invalid-request', { reason: 'media-type' }],
  FST_MP_PREMATURE_CLOSE: ['invalid-request', { reason: 'malformed-upload' }],
  FST_PARTS_LIMIT: ['invalid-request', { reason: 'fields-before-file' }],
  FST_FILES_LIMIT: ['invalid-request', { reason: 'fields-before-file' }],
  FST_FIELDS_LIMIT: ['invalid-request', { reason: 'malformed' }],
  FST_PROTO_VIOLATION: ['invalid-request', { reason: 'malformed' }],
  FST_INVALID_MULTIPART_CONTENT_TYPE: ['invalid-request', { reason: 'media-type' }],
  FST_INVALID_JSON_FIELD_ERROR: ['invalid-request', { reason: 'mapping-field' }],
}
