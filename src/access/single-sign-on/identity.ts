/** Who somebody is to the provider. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
  /** An address that can be believed; null where the provider tells none. */
  readonly email: string | null
  /** The provider tells an address that it has not verified. */
  readonly isUnverified: boolean
}
