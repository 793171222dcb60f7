import { z } from 'zod'

/** Every list comes by the page: `next` is the `cursor` of the following one. */
export const pageOf = <Name extends string, Item extends z.ZodType>(name: Name, item: Item) =>
  z.object({
    ...({ [name]: z.array(item) } as Record<Name, z.ZodArray<Item>>),
    next: z.string().nullable(),
    total: z.int().describe('How many there are on all pages.'),
    isMoreThanTotal: z
      .boolean()
      .optional()
      .describe('There are more than `total`: long lists are counted as far as 10,000.'),
  })
