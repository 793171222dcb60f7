/** The encodings that a person can choose for a text, the likeliest first. The first four are also recognised. */
export const sourceEncodings = [
  'utf-8',
  'windows-1252',
  'utf-16le',
  'utf-16be',
  'iso-8859-1',
  'iso-8859-15',
  'iso-8859-2',
  'windows-1250',
  'windows-1251',
  'macintosh',
  'cp850',
] as const

export type SourceEncoding = (typeof sourceEncodings)[number]
