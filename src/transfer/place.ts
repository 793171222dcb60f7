/** Where an installation is, or shall be. */
export interface Place {
  readonly dataFolder: string
  /** Null: the embedded database in the data folder. */
  readonly databaseUrl: string | null
  /** ROSTER_SECRET; null: the key is in the data folder. */
  readonly secret: string | null
  /** Takes what a person should know, sentence by sentence. */
  readonly say: (sentence: string) => void
}
