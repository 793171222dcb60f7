import type { Db } from './schema.ts'

/** The names of a company's rooms, so many at most, as people sort them: “room 2” before “room 10”. */
export async function roomNames(
  db: Db,
  { companyId, limit }: { readonly companyId: string; readonly limit: number },
): Promise<readonly string[]> {
  const rooms = await db
    .selectFrom('rooms')
    .select('name')
    .where('company_id', '=', companyId)
    .orderBy('name')
    .limit(limit)
    .execute()
  return rooms.map(({ name }) => name).toSorted(inOrder.compare)
}

const inOrder = new Intl.Collator('en', { numeric: true })
