import type { FastifyRequest } from 'fastify'
import { isLanguage, type Language } from '../domain/language.ts'

/** The language of sentences in the answer: what the request asks for, else the user's, else English. */
export function preferredLanguage(request: FastifyRequest): Language {
  const asked = firstAccepted(request.headers['accept-language'] ?? '')
  return asked ?? request.caller?.actor.language ?? 'en'
}

/** `*` asks for nothing in particular, so it leaves the choice to the user's own settings. */
function firstAccepted(header: string): Language | undefined {
  return header
    .split(',')
    .map(readRange)
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
    .map(({ language }) => language)
    .find(isLanguage)
}

function readRange(range: string): { language: string; quality: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
  const weight = parameters.find((parameter) => parameter.startsWith('q='))
  return {
    language: tag.replace(/-.*$/, ''),
    quality: weight === undefined ? 1 : Number.parseFloat(weight.slice(2)) || 0,
  }
}
