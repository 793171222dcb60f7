import type { Logo } from '../directory/company-logo.ts'
import { readPicture } from '../domain/picture.ts'

/** The company's logo, as the HTML of a mail shows it. */
export interface ShownLogo {
  /** Where it is: a part of the mail, or the picture itself. */
  readonly src: string
  /** In pixels as CSS counts them. */
  readonly width: number
  readonly height: number
}

/**
 * The logo at the size at which mails show it: as large as it is, but at most 200 × 60.
 * @returns null where there is none, or one that cannot be read
 */
export function showLogo(logo: Logo | null, src: (logo: Logo) => string): ShownLogo | null {
  const picture = logo && readPicture(logo.bytes)
  if (!picture) return null
  const { width, height } = picture
  const scale = Math.min(1, widest / width, highest / height)
  const size = (pixels: number) => Math.max(1, Math.round(pixels * scale))
  return { src: src(logo), width: size(width), height: size(height) }
}

const [widest, highest] = [200, 60]

/** The picture itself, for where there is no mail that could hold it. */
export function asDataAddress({ type, bytes }: Logo): string {
  return `data:${type};base64,${bytes.toString('base64')}`
}
