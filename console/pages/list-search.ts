/** What the address of a list says: what is searched for, how it is sorted, and what else narrows it. */
export interface ListSearch {
  readonly search?: string
  readonly sort?: string
  readonly order?: 'asc' | 'desc'
  /** The one state of whose entries the list consists. */
  readonly state?: string
  /** The batch to which all entries belong. */
  readonly batch?: string
  /** The one kind of mails of which the list consists. */
  readonly mailKind?: string
  /** One of several lists on the page. */
  readonly kind?: string
  /** The entry that is opened beside the list. */
  readonly open?: string
}

export function listSearch(asked: Record<string, unknown>): ListSearch {
  const text = (name: string) => {
    const value = asked[name]
    return typeof value === 'string' || typeof value === 'number' ? { [name]: String(value) } : {}
  }
  return {
    ...text('search'),
    ...text('sort'),
    ...text('state'),
    ...text('batch'),
    ...text('mailKind'),
    ...text('kind'),
    ...text('open'),
    ...((asked['order'] === 'asc' || asked['order'] === 'desc') && { order: asked['order'] }),
  }
}
