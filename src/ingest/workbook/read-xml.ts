import { SaxesParser } from 'saxes'
import { SourceError } from '../../domain/table.ts'
import { damaged } from './open-archive.ts'
import type { Archive } from './open-archive.ts'

/** What happens in an XML document, with elements' names as they are without their prefixes. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close(name: string): void
  text(text: string): void
}

/** The most characters without any tag in between: a cell of a spreadsheet holds 32,767. */
const maxSilence = 4_000_000

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
  const entry = archive.entries.get(entryName)
  if (entry === undefined) throw damaged(`${entryName} is missing`)
  let silence = 0
  const parser = xmlParser(events, () => {
    silence = 0
  })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const bytes of await archive.zip.openReadStreamPromise(entry)) {
      const text = decoder.decode(bytes, { stream: true })
      silence += text.length
      parser.write(text)
      if (silence > maxSilence) throw damaged(`${entryName} has a text without end`)
      yield events.block()
    }
    parser.write(decoder.decode()).close()
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

function xmlParser(events: XmlEvents, heard: () => void) {
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
    events.open(local(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    heard()
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
  return name.slice(name.indexOf(':') + 1)
}
