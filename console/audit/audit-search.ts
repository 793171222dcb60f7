/** What the address of the audit log says: the act, the user by id, and the text that it is narrowed to. */
export interface AuditSearch {
  readonly act?: string
  readonly actor?: string
  readonly search?: string
}

export function auditSearch(asked: Record<string, unknown>): AuditSearch {
  const text = (name: keyof AuditSearch) => {
    const value = asked[name]
    return typeof value === 'string' || typeof value === 'number' ? { [name]: String(value) } : {}
  }
  return { ...text('act'), ...text('actor'), ...text('search') }
}
