import type { TFunction } from 'i18next'
import type { SourceEncoding } from '../../../src/domain/source-encodings.ts'
import type { Batch } from '../../../src/http/contract/batch.ts'

type Property = 'encoding' | 'delimiter' | 'sheet' | 'header'

/** Something that was recognised about a source, in words, with what it may be instead. */
export interface SourceProperty {
  readonly property: Property
  readonly value: string
  /** With the present one among them; a single one cannot be changed. */
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

/** What was recognised about a source, as far as it applies to its format. */
export function sourceProperties(
  source: Batch['source'],
  t: TFunction<'steps'>,
): readonly SourceProperty[] {
  const { format, encoding, delimiter, sheet, sheets, header } = source
  const properties: SourceProperty[] = []
  const add = (
    property: Property,
    value: string,
    values: readonly string[],
    say: (value: string) => string,
  ) => {
    const choices = [...new Set([...values, value])].map((value) => ({ value, label: say(value) }))
    properties.push({ property, value, choices })
  }
  // An entered text has no encoding of its own.
  if (encoding !== null && format !== 'text') add('encoding', encoding, encodings, encodingLabel)
  if (delimiter !== null) {
    add('delimiter', delimiter, Object.keys(delimiters), (value) =>
      t(`source.delimiters.${delimiters[value] ?? 'other'}`, { delimiter: value }),
    )
  }
  if (isAddresses(source)) {
    add('delimiter', '', Object.keys(delimiters), (value) =>
      t(`source.delimiters.${delimiters[value] ?? 'addresses'}`),
    )
    // None of its pieces could be a header.
    return properties
  }
  if (sheet !== null) {
    add('sheet', sheet, sheets, (sheet) => t('source.sheetNamed', { sheet }))
  }
  add('header', header ? 'yes' : 'no', ['yes', 'no'], (value) =>
    t(value === 'yes' ? 'source.headers.yes' : 'source.headers.no'),
  )
  return properties
}

/** Was the source read as a list of addresses, which has neither columns nor lines of its own? */
export function isAddresses({ delimiter, notices }: Batch['source']): boolean {
  return delimiter === null && notices.some(({ code }) => code === 'mail-addresses')
}

const delimiters: Readonly<Record<string, 'comma' | 'semicolon' | 'tab' | 'pipe'>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
}

const encodingLabels: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'iso-8859-1': 'ISO 8859-1',
  'iso-8859-15': 'ISO 8859-15',
  'iso-8859-2': 'ISO 8859-2',
  'windows-1250': 'Windows-1250',
  'windows-1251': 'Windows-1251',
  macintosh: 'Mac OS Roman',
  cp850: 'DOS (850)',
} satisfies Record<SourceEncoding, string>

/** All that can be chosen, the likeliest first. */
export const encodings = Object.keys(encodingLabels)

/** An encoding as people know it. */
export function encodingLabel(encoding: string): string {
  return encodingLabels[encoding] ?? encoding
}
