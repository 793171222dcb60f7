import type { Sealer } from '../../directory/sealer.ts'
import type { Count } from './count-attempt.ts'
import { networkOf } from './network-of.ts'

/**
 * By what attempts are counted. What strangers try with an account is not counted against a device on which its owner
 * has signed in before: nobody can lock somebody else out of their own device.
 */
export function countsBy({ digest }: Pick<Sealer, 'digest'>) {
  const signIns = (purpose: string, text: string, free: number): Count => ({
    subject: digest(purpose, text),
    free,
    refusal: 'too-many-sign-ins',
  })
  return {
    /** @param emailKey of whichever company: whoever guesses does not know it */
    account: (emailKey: string) => signIns('account', emailKey, 5),
    device: (id: string) => signIns('device', id, 5),
    /** Looser, since a whole house may stand behind one address. */
    network: (address: string) => signIns('network', networkOf(address), 30),
    /** Guesses of a user's password by whoever sits before their session. */
    ownPassword: (userId: string) => signIns('own password', userId, 5),
    /** Wishes for links to choose a password. */
    passwordLinks: (address: string): Count => ({
      subject: digest('password links', networkOf(address)),
      free: 30,
      refusal: 'too-many-requests',
    }),
  }
}
