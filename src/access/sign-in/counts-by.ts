import type { Sealer } from '../../directory/sealer.ts'
import type { Count } from './count-attempt.ts'
import { networkOf } from './network-of.ts'

/**
 * By what attempts are counted. What strangers try with an account is not counted against a device on which its owner
 * has signed in before: nobody can lock somebody else out of their own device.
 */
export function countsBy({ digest }: Pick<Sealer, 'digest'>) {
  return {
    /** @param emailKey of whichever company: whoever guesses does not know it */
    account: (emailKey: string): Count => ({ subject: digest('account', emailKey), free: 5 }),
    device: (id: string): Count => ({ subject: digest('device', id), free: 5 }),
    /** Looser, since a whole house may stand behind one address. */
    network: (address: string): Count => ({
      subject: digest('network', networkOf(address)),
      free: 30,
    }),
    /** Guesses of a user’s password by whoever sits before their session. */
    ownPassword: (userId: string): Count => ({ subject: digest('own password', userId), free: 5 }),
    /** Wishes for links to choose a password. */
    passwordLinks: (address: string): Count => ({
      subject: digest('password links', networkOf(address)),
      free: 30,
    }),
  }
}
