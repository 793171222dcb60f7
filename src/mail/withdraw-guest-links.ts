import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../directory/schema.ts'

/**
 * Takes the links of guests who are about to be deleted out of the mails that have not left. A mail that
 * has no other link is withdrawn; one that has others brings those, and a file of it is written anew.
 * What a delivery is just handing over may still arrive as it was; the link is dead by then.
 * @param areGone which rows of `guests`
 */
export async function withdrawGuestLinks(
  tx: Tx,
  { companyId, areGone }: { readonly companyId: string; readonly areGone: RawBuilder<boolean> },
): Promise<void> {
  // Unsent guest mails are found by the indexes on what is queued and on what is held: they are nobody's,
  // having no user.
  await sql`
    with waiting as (
      select id, content from mails
      where company_id = ${companyId} and user_id is null and kind = 'guest'
        and state in ('queued', 'sending')
      union all
      select id, content from mails
      where company_id = ${companyId} and user_id is null and kind = 'guest' and state = 'held'
    ), links as (
      select mails.id as mail_id, entry.value as link, entry.ordinality, ${areGone} as is_gone
      from waiting as mails
      cross join lateral json_array_elements(mails.content -> 'guests') with ordinality as entry
      left join guests
        on guests.company_id = ${companyId} and guests.id = (entry.value ->> 'id')::uuid
    ), touched as (
      select mail_id, json_agg(link order by ordinality) filter (where not is_gone) as others
      from links
      group by mail_id
      having bool_or(is_gone)
    ), withdrawn as (
      insert into mail_withdrawals (company_id, mail_id)
      select ${companyId}, mail_id from touched where others is null
      on conflict do nothing
    ), unsent as (
      select mails.id, touched.others
      from touched join mails on mails.company_id = ${companyId} and mails.id = touched.mail_id
      where touched.others is not null
        and mails.state in ('held', 'queued', 'sending')
      order by mails.id
      for update of mails
    )
    update mails set
      content = (mails.content::jsonb || jsonb_build_object('guests', unsent.others))::json,
      filed_at = null
    from unsent where mails.company_id = ${companyId} and mails.id = unsent.id`.execute(tx)
}
