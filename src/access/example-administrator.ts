import type { Db } from '../directory/schema.ts'
import type { Caller } from './caller.ts'
import { firstAdministrator } from './find-caller.ts'

/** The administrator of the company that was made as an example; undefined where there is none. */
export async function exampleAdministrator(db: Db): Promise<Caller | undefined> {
  const example = await db
    .selectFrom('companies')
    .select('id')
    .where('is_example', '=', true)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
  return example && (await firstAdministrator(db, example.id))
}
