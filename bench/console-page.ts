import type { Page } from '@playwright/test'

// What a page has and Node does not: the functions below are run there.
declare const requestAnimationFrame: (callback: (now: number) => void) => void
declare const document: { querySelector(selector: string): object | null }
declare const XMLHttpRequest: {
  readonly prototype: { send(this: Upload, body: unknown): void }
}
interface Upload {
  readonly upload: { addEventListener(event: 'load', listener: () => void): void }
}

/** How smooth the grid was. Milliseconds. */
export interface ScrollFigures {
  /** Of the tasks on the main thread that the browser calls long (above 50 ms); 0: there was none. */
  readonly longestTask: number
  readonly longestFrame: number
  readonly framesPerSecond: number
  /** From the last scroll to the moment when all rows in view were there. */
  readonly settled: number
}

/** Runs in the page before anything else: marks when an upload has been sent, and when the first row is drawn. */
export function watchUpload(): void {
  const { prototype } = XMLHttpRequest
  const send: typeof prototype.send = Reflect.get(prototype, 'send')
  prototype.send = function sendMarked(body) {
    this.upload.addEventListener('load', () => performance.mark('uploaded'))
    send.call(this, body)
  }
  const look = () => {
    if (document.querySelector('[role=gridcell] .roster-grid-text') === null) {
      requestAnimationFrame(look)
    } else performance.mark('first-row')
  }
  requestAnimationFrame(look)
}

/**
 * Scrolls through the grid frame by frame.
 * @param how.step pixels for each frame; as many as lead through all rows where it is not given
 */
export async function scrollGrid(
  page: Page,
  how: { readonly frames: number; readonly step?: number },
): Promise<ScrollFigures> {
  await page.getByRole('grid').evaluate((grid) => grid.scrollTo({ top: 0 }))
  return await page.getByRole('grid').evaluate(async (grid, { frames, step }) => {
    const tasks: number[] = []
    const observer = new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration))
    })
    // Node's types know other kinds only.
    observer.observe({ type: 'longtask' as 'mark' })
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- all of it runs in the page
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    const pixels = step ?? (grid.scrollHeight - grid.clientHeight) / frames
    const start = await frame()
    const gaps: number[] = []
    let last = start
    for (let count = 1; count <= frames; count++) {
      grid.scrollTop = count * pixels
      const now = await frame()
      gaps.push(now - last)
      last = now
    }
    const rested = performance.now()
    while (grid.querySelector('[data-absent]') !== null) await frame()
    const settled = performance.now() - rested
    await new Promise((resolve) => setTimeout(resolve, 200))
    observer.disconnect()
    return {
      longestTask: Math.max(0, ...tasks),
      longestFrame: Math.max(...gaps),
      framesPerSecond: (frames * 1_000) / (last - start),
      settled,
    }
  }, how)
}
