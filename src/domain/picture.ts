/** A picture, as far as its first bytes tell. */
export interface Picture {
  readonly type: 'image/png' | 'image/jpeg'
  /** In pixels. */
  readonly width: number
  readonly height: number
}

/** What picture the bytes are, whatever anybody says about them; undefined when they are neither PNG nor JPEG. */
export function readPicture(bytes: Buffer): Picture | undefined {
  return readPng(bytes) ?? readJpeg(bytes)
}

// https://www.w3.org/TR/png-3/#5PNG-file-signature: the signature, and the header as the first chunk.
function readPng(bytes: Buffer): Picture | undefined {
  if (bytes.length < pngHead.length + 8 || !bytes.subarray(0, pngHead.length).equals(pngHead))
    return undefined
  const at = pngHead.length
  return known('image/png', bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4))
}

const pngHead = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR', 'latin1')

// ITU-T T.81, Annex B: segments follow each other, each with its length, up to the one that describes the frame.
function readJpeg(bytes: Buffer): Picture | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== startOfImage) return undefined
  let at = 2
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes.readUInt8(at + 1)
    if (isFrame(marker)) {
      return known('image/jpeg', bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5))
    }
    // A marker may be filled up with 0xff.
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}

const startOfImage = 0xffd8

// All SOF markers; what lies between them are tables (DHT, JPG, DAC).
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

function known(type: Picture['type'], width: number, height: number): Picture | undefined {
  return width > 0 && height > 0 ? { type, width, height } : undefined
}
