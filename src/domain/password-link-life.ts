const minute = 60 * 1000
const hour = 60 * minute

/** How long links to choose a password open, and how often one is mailed, in milliseconds. */
export const passwordLinkLife = {
  /** One that anybody may ask for. */
  mailed: hour,
  /** One that whoever runs the server prints, to be carried to somebody. */
  printed: 24 * hour,
  /** The one of a company's first administrator. */
  first: 15 * 24 * hour,
  /** So long nobody is mailed another. */
  pause: 5 * minute,
} as const
