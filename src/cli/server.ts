/** A server that a command can speak to. */
export interface Server {
  readonly url: string
  readonly key: string
  /** `remote`: ROSTER_URL names it; `folder`: another process serves the data folder; `own`: it runs in this process. */
  readonly kind: 'remote' | 'folder' | 'own'
  /** Ends what this process started for it; waits for mails to be delivered until the signal is aborted. */
  close(hurry: AbortSignal): Promise<void>
}
