import { SingleBar } from 'cli-progress'
import type { Progress } from '../http/contract/batch.ts'
import type { Context } from './context.ts'

export interface ProgressBar {
  /** @param judged rows with a result */
  show(judged: number, pace: Pick<Progress, 'rowsPerSecond' | 'secondsLeft'>): void
  stop(): void
}

/** A bar on standard error where a person watches; nowhere otherwise. */
export function progressBar(
  { terminal, words }: Pick<Context, 'terminal' | 'words'>,
  title: string,
  rows: number,
): ProgressBar {
  if (!terminal.isWatched) return { show: () => {}, stop: () => {} }
  const bar = new SingleBar({
    format: `${title}  {bar}  {percentage} %  {shown}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    stream: terminal.stderr,
    hideCursor: true,
    clearOnComplete: true,
    // Ctrl-C has a meaning of its own here.
    gracefulExit: false,
  })
  bar.start(rows, 0, { shown: words.rows(rows) })
  return {
    show(judged, { rowsPerSecond, secondsLeft }) {
      const parts = [
        `${words.number(judged)} / ${words.rows(rows)}`,
        ...(rowsPerSecond === null ? [] : [words.rate(rowsPerSecond)]),
        ...(secondsLeft === null || judged >= rows ? [] : [words.left(secondsLeft)]),
      ]
      bar.update(Math.min(judged, rows), { shown: parts.join(', ') })
    },
    stop: () => bar.stop(),
  }
}
