import { SaxesParser } from 'saxes'
import { packageFile } from './package-file.ts'

/** An address of the collection that Dominic Sayers and Michael Rushton made for `is_email`. */
export interface CollectedAddress {
  readonly address: string
  /** `ISEMAIL_VALID_CATEGORY`, `ISEMAIL_ERR`, or in between: what the standards allow and nobody uses. */
  readonly category: string
  readonly diagnosis: string
}

/** All 164, from the package `email-addresses`, which carries them with its own tests. */
export async function collectedAddresses(): Promise<readonly CollectedAddress[]> {
  const parser = new SaxesParser()
  const found: Record<string, string>[] = []
  let text = ''
  parser.on('opentag', ({ name }) => {
    if (name === 'test') found.push({})
    text = ''
  })
  parser.on('text', (more) => (text += more))
  parser.on('closetag', ({ name }) => {
    const last = found.at(-1)
    if (last !== undefined) last[name] = text
    text = ''
  })
  parser.write((await packageFile('email-addresses', 'test/tests.xml')).toString()).close()
  return found.map(({ address = '', category = '', diagnosis = '' }) => ({
    address: withControls(address),
    category: category.trim(),
    diagnosis: diagnosis.trim(),
  }))
}

// XML cannot hold control characters: the collection writes their pictures instead.
function withControls(address: string): string {
  return address.replace(/[\u2400-\u241f]/gu, (picture) =>
    String.fromCodePoint((picture.codePointAt(0) ?? 0) - 0x2400),
  )
}
