import { createLinks } from '../../src/directory/links.ts'

export const testNow = new Date('2026-11-22T10:00:00Z')

export const testSender = {
  from: 'roster@example.org',
  host: 'meet.example.org',
  links: createLinks({ publicUrl: 'https://meet.example.org', key: '7c'.repeat(32) }),
} as const
