import type { Problem } from '../domain/problem.ts'

/** What a cell says, or why it says nothing that can be used. */
export type Reading<Value> = { readonly value: Value } | { readonly problem: Problem }
