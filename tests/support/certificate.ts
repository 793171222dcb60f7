import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'

/** A certificate that vouches for itself, and its key, both as PEM. */
export interface Certificate {
  readonly cert: string
  readonly key: string
}

/** Makes a certificate for `localhost` and 127.0.0.1, valid until 2049 (RFC 5280, written by hand in DER). */
export function selfSignedCertificate(): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const signed = content(publicKey)
  const signature = bits(sign('sha256', signed, privateKey))
  const certificate = sequence(signed, ecdsaWithSha256, signature)
  const base64 = certificate.toString('base64').replaceAll(/.{64}/gu, '$&\n').trimEnd()
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

function content(publicKey: KeyObject): Buffer {
  const name = sequence(
    der(0x31, sequence(id(0x55, 0x04, 0x03), der(0x0c, Buffer.from('localhost')))),
  )
  const validity = sequence(utcTime('200101000000Z'), utcTime('491231235959Z'))
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const names = sequence(
    der(0x82, Buffer.from('localhost')),
    der(0x87, Buffer.from([127, 0, 0, 1])),
  )
  const extensions = sequence(sequence(id(0x55, 0x1d, 0x11), der(0x04, names)))
  const version = der(0xa0, der(0x02, Buffer.from([2])))
  const serial = der(0x02, Buffer.from([1]))
  const issued = [name, validity, name, spki, der(0xa3, extensions)]
  return sequence(version, serial, ecdsaWithSha256, ...issued)
}

const ecdsaWithSha256 = sequence(id(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02))

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, ...parts)
}

function id(...bytes: readonly number[]): Buffer {
  return der(0x06, Buffer.from(bytes))
}

function utcTime(text: string): Buffer {
  return der(0x17, Buffer.from(text))
}

function bits(bytes: Buffer): Buffer {
  return der(0x03, Buffer.from([0]), bytes)
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const size = body.length
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}
