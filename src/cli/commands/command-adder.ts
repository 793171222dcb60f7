import type { Command } from 'commander'
import type { Task } from '../context.ts'
import type { Sentences } from '../sentences.ts'

/** Runs a command's task with its context; its exit code becomes the program's. */
export type Perform = (command: Command, task: Task) => Promise<void>

/** Adds a command, or a group of them, to the program. */
export type AddCommand = (program: Command, perform: Perform, words: Sentences) => void
