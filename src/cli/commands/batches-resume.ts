import { withClient } from '../context.ts'
import { exitCodesHelp } from '../program-help.ts'
import { awaitMails } from '../run/await-mails.ts'
import { finish, summarise } from '../run/finish.ts'
import { followBatch } from '../run/follow-batch.ts'
import type { AddCommand } from './command-adder.ts'
import { addWishes, readWishes } from './wishes.ts'
import type { WishFlags } from './wishes.ts'

/** `roster batches resume` */
export const addResume: AddCommand = (batches, perform) => {
  const resume = batches
    .command('resume')
    .description('go on with a batch that was stopped or failed, or wait for one that is executed')
    .argument('<batch>', 'its id')
  addWishes(resume)
    .addHelpText('after', exitCodesHelp)
    .action((id: string, flags: WishFlags, command) =>
      perform(command, async (context) => {
        const wishes = await readWishes(flags, context.words)
        try {
          return await withClient(context, async (client) => {
            const batch = await followBatch(context, client, async () => {
              const batch = await client.batch(id)
              const goesOn = ['waiting', 'executing', 'done'].includes(batch.state)
              return goesOn ? batch : await client.resume(id)
            })
            const exit = summarise(context, batch)
            await finish(context, client, { batch, exit, wishes })
            await awaitMails(context, client, batch)
            return exit
          })
        } finally {
          await wishes.report?.abandon()
        }
      }),
    )
}
