import { type ErrorCode, NanshaError } from '@nansha/shared/errors'
import { countDigits, isWrongUsedUp } from '../limits/count-digits'
import { DESK_DIGITS } from '../records/desk-digits'
import type { Device } from '../records/devices'
import type { WalletPorts } from './wallet-ports'

/**
 * The desk's code that eight digits stand for, for the phone that types them first. What follows is as if it had scanned the code:
 * it checks the signature, shows who asks, and binds its ticket to that one screen.
 *
 * @throws NanshaError DESK_DIGITS_UNKNOWN for digits that are wrong or too old, DESK_CODE_USED for those that another phone typed,
 *   TOO_MANY_CODES after a day's worth of wrong ones
 */
export async function findDesk(
  { database, now }: Pick<WalletPorts, 'database' | 'now'>,
  { device }: { readonly device: Pick<Device, '_id' | 'citizenId'> },
  digits: string,
): Promise<{ readonly code: string }> {
  // A refusal is an answer of the transaction, because it counts: what it throws would undo the count.
  const found = await database.transaction(async (transaction): Promise<{ code: string } | ErrorCode> => {
    if (await isWrongUsedUp(transaction, device.citizenId, now())) return 'TOO_MANY_CODES'
    const record = await transaction.in(DESK_DIGITS).get(digits)
    const isGood = record !== null && record.expiresAt.getTime() > now()
    if (isGood && record.takenBy === device._id) return { code: record.code } // the answer was lost and the phone asks again
    if (isGood && record.takenBy === null) {
      await transaction.in(DESK_DIGITS).put({ ...record, takenBy: device._id })
      return { code: record.code }
    }
    await countDigits(transaction, 'wrong', device.citizenId, now())
    return isGood ? 'DESK_CODE_USED' : 'DESK_DIGITS_UNKNOWN'
  })
  if (typeof found === 'string') throw new NanshaError(found)
  return found
}
