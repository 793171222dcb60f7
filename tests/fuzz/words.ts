const table = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r\n',
  '\r',
  '#',
  'sep=;\n',
  '=',
  '@',
  '<',
  '>',
]
const letters = ['\uFEFF', '\u00A0', '\u200B', '\u202E', '\0', '\u{1F600}', 'ß', 'é', '“', '”', '’']
const addresses = [
  'ada@example.org',
  'mailto:',
  '"Doe, Jane" <jane@example.org>; ',
  'xn--',
  'example.рф',
]
const titles = [
  'Email',
  'First name',
  'Nachname',
  'Name',
  'Rooms',
  'Role',
  'version:v1.0',
  'Example: ',
]
const cells = ['room 1', 'WAHR', 'Participant', '-1', '0', '4294967296', '1e308', 'NaN']
const anyXml = ['&#10;', '&amp;', '<![CDATA[', '<!--']
const xlsx = [
  '<row r="1">',
  '</row>',
  '<c r="A1" t="s"><v>0</v></c>',
  '<c t="inlineStr"><is><t>',
  ' r="XFD1048576"',
  ' hidden="1"',
  ' s="1"',
  ' t="b"',
  ' t="e"',
  '<f>1+1</f>',
  '<mergeCell ref="A1:C3"/>',
  '<cols><col min="1" max="2" hidden="1"/></cols>',
]
const ods = [
  '<table:table-row table:number-rows-repeated="1048576">',
  ' table:number-columns-repeated="16384"',
  '<text:p>',
  '</text:p>',
  '<text:s text:c="9999"/>',
  ' office:value-type="date"',
]

/** What means something to one of the targets; chance alone would take years to write it. */
export const words: readonly string[] = [
  ...table,
  ...letters,
  ...addresses,
  ...titles,
  ...cells,
  ...anyXml,
  ...xlsx,
  ...ods,
]
