import { SaxesParser } from 'saxes'
import { SourceError } from '../../domain/table.ts'
import { damaged } from './open-archive.ts'
import type { Archive } from './open-archive.ts'
import { unpackEntry } from './unpack-entry.ts'

/** What happens in an XML document, with elements' names as they are without their prefixes. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close(name: string): void
  text(text: string): void
}

/** The most characters without any tag in between: a cell of a spreadsheet holds 32,767. */
const maxSilence = 4_000_000

/** How deep elements may lie in each other: tables in the frames of a cell come to some twenty. */
const maxDepth = 256

/**
 * Reads an entry of the archive as XML, block by block, calling the events; after each block it yields what
 * `block` gives. Entities of a document's own are not expanded: a workbook that declares a document type is
 * refused. Throws `unreadable-source`.
 */
export async function* readXml<T>(
  archive: Archive,
  entryName: string,
  events: XmlEvents & { block(): T },
): AsyncGenerator<T> {
  let silence = 0
  const parser = xmlParser(events, () => {
    silence = 0
  })
  let decoder: InstanceType<typeof TextDecoder> | undefined
  try {
    for await (const bytes of unpackEntry(archive, entryName)) {
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true })
      const text = decoder.decode(bytes, { stream: true })
      silence += text.length
      parser.write(text)
      if (silence > maxSilence) throw damaged(`${entryName} has a text without end`)
      yield events.block()
    }
    parser.write(decoder?.decode() ?? '').close()
    yield events.block()
  } catch (error) {
    throw error instanceof SourceError ? error : damaged(`${entryName} cannot be read`, error)
  }
}

/** Reads a whole entry for its events alone. */
export async function readWholeXml(
  archive: Archive,
  entryName: string,
  events: Partial<XmlEvents>,
): Promise<void> {
  const blocks = readXml(archive, entryName, {
    open: ignore,
    close: ignore,
    text: ignore,
    ...events,
    block: ignore,
  })
  while ((await blocks.next()).done !== true);
}

function ignore(): void {}

/** XML is in UTF-8, or begins with a mark of the byte order of UTF-16. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

function xmlParser(events: XmlEvents, heard: () => void) {
  let depth = 0
  const parser = new SaxesParser<{ xmlns: false; position: false }>({
    xmlns: false,
    position: false,
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw damaged('a document type in a workbook')
  })
  parser.on('opentag', ({ name, attributes }) => {
    heard()
    depth += 1
    if (depth > maxDepth) throw damaged('elements that lie too deep in each other')
    events.open(local(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    heard()
    depth -= 1
    events.close(local(name))
  })
  parser.on('text', hear)
  parser.on('cdata', hear)
  return parser

  function hear(text: string): void {
    heard()
    events.text(text)
  }
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}
