import { RequestError } from '../../domain/request-error.ts'

/** What an address template can have in braces. */
const placeholders = ['room', 'title', 'name', 'role', 'jwt'] as const

type Placeholder = (typeof placeholders)[number]

/** An address template of a meeting server, taken apart. */
export interface AddressTemplate {
  /** Scheme, host and port: no placeholder stands there. */
  readonly origin: URL
  readonly path: string
  /** Query and fragment. */
  readonly rest: string
}

/**
 * Reads a template that leads to one meeting server, whatever is filled in: its origin is fixed, and what people call
 * themselves and their rooms stands behind the path, where no `..` can lead astray.
 * @throws RequestError `invalid-request`, with a reason
 */
export function readAddressTemplate(text: string): AddressTemplate {
  const template = takeApart(text)
  const { origin, path, rest } = template
  if (origin.username !== '' || origin.password !== '') refuse('meeting-address-user')
  const isOwnMachine = loopback.test(origin.hostname)
  if (origin.protocol === 'http:' && !isOwnMachine) refuse('meeting-address-https')
  const unknown = namesIn(path + rest).find((name) => !isPlaceholder(name))
  if (unknown !== undefined) refuse('meeting-placeholder-unknown', unknown)
  if (/[{}]/.test((path + rest).replace(inBraces, ''))) refuse('meeting-address-braces')
  if (!hasPlaceholder(template, 'room')) refuse('meeting-placeholder-needed', 'room')
  const astray = namesIn(path).find((name) => name !== 'room')
  if (astray !== undefined) refuse('meeting-placeholder-in-path', astray)
  return template
}

export function hasPlaceholder({ path, rest }: AddressTemplate, name: Placeholder): boolean {
  return namesIn(path + rest).includes(name)
}

/** The address in which every placeholder has its value. */
export function fillAddress(
  { origin, path, rest }: AddressTemplate,
  values: Readonly<Record<Placeholder, string>>,
): string {
  const filled = (path + rest).replace(inBraces, (_, name: Placeholder) =>
    encodeURIComponent(values[name]),
  )
  return new URL(filled, origin).href
}

function takeApart(text: string): AddressTemplate {
  const [, start = '', path = '', rest = ''] = shape.exec(text) ?? refuse('meeting-address')
  const origin = URL.parse(start) ?? refuse('meeting-address')
  return { origin, path, rest }
}

// Behind `//` a browser would read another host.
const shape =
  /^(https?:\/\/[^\s\p{Cc}{}/?#\\]+)((?:\/(?!\/)[^\s\p{Cc}?#\\]*)?)([?#][^\s\p{Cc}\\]*)?$/iu
const inBraces = /\{([^{}]*)\}/g
const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(inBraces)].map(([, name = '']) => name)
}

function isPlaceholder(name: string): name is Placeholder {
  return (placeholders as readonly string[]).includes(name)
}

function refuse(reason: string, name = 'room'): never {
  const known = placeholders.map(braced).join(', ')
  throw new RequestError('invalid-request', { reason, placeholder: braced(name), known })
}

function braced(name: string): string {
  return `{${name}}`
}
