import type { Me } from '../../src/http/contract/me.ts'

/** Where somebody begins: with the company's work, else in their own rooms. */
export function homeOf({ may }: Pick<Me, 'may'>): '/batch-operations' | '/my-rooms' {
  return may.includes('manage-company-settings') ? '/batch-operations' : '/my-rooms'
}
