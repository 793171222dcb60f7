import { posix } from 'node:path'
import { text } from 'node:stream/consumers'
import { SaxesParser } from 'saxes'
import { fromBufferPromise } from 'yauzl'

interface Element {
  readonly name: string
  readonly parent: string
  readonly attributes: Readonly<Record<string, string>>
}

/**
 * What Excel would call a damaged workbook: parts that are not well-formed, have no type or are related to nothing,
 * elements of a sheet in another order than ECMA-376 (18.3.1.99) has them, styles and shared texts that do not exist,
 * names and lists of choices that it does not allow. Empty where there is nothing.
 */
export async function workbookFlaws(file: Buffer): Promise<readonly string[]> {
  const parts = await elementsOfParts(file)
  return [
    ...[...parts].flatMap(([name, elements]) => lostTargets(name, elements, parts)),
    ...untypedParts(parts),
    ...sheetNames(parts),
    ...[...parts]
      .filter(([name]) => name.startsWith('xl/worksheets/'))
      .flatMap(([name, elements]) =>
        [...wrongOrder(elements), ...lostReferences(elements, parts), ...longChoices(elements)].map(
          (flaw) => `${name}: ${flaw}`,
        ),
      ),
  ]
}

type Parts = ReadonlyMap<string, readonly Element[]>

async function elementsOfParts(file: Buffer): Promise<Parts> {
  const parts = new Map<string, readonly Element[]>()
  const zip = await fromBufferPromise(file)
  for await (const entry of zip.eachEntry()) {
    const xml = await text(await zip.openReadStreamPromise(entry))
    parts.set(entry.fileName, elementsOf(xml))
  }
  return parts
}

/** Throws where the XML is not well-formed. The text of an element stands in its attribute `#text`. */
function elementsOf(xml: string): readonly Element[] {
  const elements: Element[] = []
  const open: { name: string; attributes: Record<string, string> }[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, parent: open.at(-1)?.name ?? '', attributes: { ...attributes } }
    elements.push(element)
    open.push(element)
  })
  parser.on('text', (piece) => {
    const element = open.at(-1)
    if (element !== undefined) {
      element.attributes['#text'] = (element.attributes['#text'] ?? '') + piece
    }
  })
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  return elements
}

function lostTargets(name: string, elements: readonly Element[], parts: Parts): readonly string[] {
  if (!name.endsWith('.rels')) return []
  const folder = posix.dirname(posix.dirname(name))
  return elements
    .filter(({ name: tag }) => tag === 'Relationship')
    .map(({ attributes }) => attributes['Target'] ?? '')
    .map((target) => (target.startsWith('/') ? target.slice(1) : posix.join(folder, target)))
    .filter((target) => !parts.has(target))
    .map((target) => `${name}: nothing is at ${target}`)
}

function untypedParts(parts: Parts): readonly string[] {
  const types = parts.get('[Content_Types].xml') ?? []
  const typed = new Set(types.flatMap(({ attributes }) => attributes['PartName'] ?? []))
  const extensions = new Set(types.flatMap(({ attributes }) => attributes['Extension'] ?? []))
  const untyped = [...parts.keys()].filter(
    (name) => !typed.has(`/${name}`) && !extensions.has(name.split('.').at(-1) ?? ''),
  )
  return untyped.map((name) => `${name} has no type`)
}

function sheetNames(parts: Parts): readonly string[] {
  const names = tagged(parts.get('xl/workbook.xml'), 'sheet').map(({ name = '' }) => name)
  return [
    ...(new Set(names.map((name) => name.toLowerCase())).size < names.length
      ? ['equal names']
      : []),
    ...names
      .filter((name) => name === '' || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name))
      .map((name) => `a sheet cannot be called ${name}`),
  ]
}

const order = `sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection
  protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr
  conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks
  colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture
  oleObjects controls webPublishItems tableParts extLst`.split(/\s+/)

function wrongOrder(elements: readonly Element[]): readonly string[] {
  const places = elements
    .filter(({ parent }) => parent === 'worksheet')
    .map(({ name }) => ({ name, place: order.indexOf(name) }))
  return places
    .filter(({ place }, index) => place === -1 || place < (places[index - 1]?.place ?? 0))
    .map(({ name }) => `${name} stands where it must not`)
}

function lostReferences(elements: readonly Element[], parts: Parts): readonly string[] {
  const styles = (parts.get('xl/styles.xml') ?? []).filter(({ parent }) => parent === 'cellXfs')
  const texts = tagged(parts.get('xl/sharedStrings.xml'), 'si')
  const cells = elements.flatMap(({ name, attributes }, index) =>
    name === 'c' ? [{ ...attributes, next: elements[index + 1] }] : [],
  )
  return cells.flatMap(({ r, s = '0', t, next }: Cell) => [
    ...(Number(s) < styles.length ? [] : [`${r} has style ${s}`]),
    ...(t === 's' && Number(next?.attributes['#text']) >= texts.length
      ? [`${r} has a text that is not there`]
      : []),
  ])
}

interface Cell {
  readonly r?: string
  readonly s?: string
  readonly t?: string
  readonly next: Element | undefined
}

function longChoices(elements: readonly Element[]): readonly string[] {
  const limits = { promptTitle: 32, errorTitle: 32, prompt: 255, error: 255 }
  return [
    ...tagged(elements, 'formula1')
      .map(({ '#text': formula = '' }) => formula)
      .filter((formula) => formula.startsWith('"') && formula.length > 257)
      .map(() => 'a list of choices is too long'),
    ...tagged(elements, 'dataValidation').flatMap((attributes) =>
      Object.entries(limits)
        .filter(([name, most]) => (attributes[name] ?? '').length > most)
        .map(([name]) => `${name} of a validation is too long`),
    ),
  ]
}

function tagged(elements: readonly Element[] = [], tag: string) {
  return elements.filter(({ name }) => name === tag).map(({ attributes }) => attributes)
}
