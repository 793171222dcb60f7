/**
 * Goes through a list page by page, each behind the last of the page before.
 * @param next at most `pageSize` of what comes behind the one that is given, in their order
 */
export async function* pages<One extends object>(
  next: (last: One | undefined) => Promise<readonly One[]>,
): AsyncGenerator<readonly One[]> {
  let last: One | undefined
  for (;;) {
    const page = await next(last)
    if (page.length > 0) yield page
    if (page.length < pageSize) return
    last = page.at(-1)
  }
}

export const pageSize = 500

/** Comes before all others. */
export const firstId = '00000000-0000-0000-0000-000000000000'
