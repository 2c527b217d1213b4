import type { OtherWallets } from '@nansha/shared/api/wallet-answers'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { citizenEvent } from '../history/citizen-event'
import { liveWallets, putWallets } from '../issue/other-wallets'
import { CITIZEN_EVENTS } from '../records/citizen-events'
import type { Holder } from '../records/holder'
import { changeOtherWallet } from '../records/other-wallets'
import type { WalletPorts } from './wallet-ports'

type ListPorts = Pick<WalletPorts, 'database' | 'now' | 'randomId'>

/** What other wallets hold of the citizen's identity, oldest first. */
export async function listWallets(
  { database, now }: Pick<ListPorts, 'database' | 'now'>,
  { device }: Pick<Holder, 'device'>,
): Promise<OtherWallets> {
  const wallets = await liveWallets(database, device.citizenId, now())
  return {
    wallets: wallets.map(({ place, issuedAt, expiresAt }) => ({
      id: place,
      issuedAt: unixSeconds(issuedAt),
      expiresAt: unixSeconds(expiresAt),
    })),
  }
}

/**
 * Withdraws what another wallet holds: revoked at once, published with the next status list. Takes no unlock, as freezing takes none.
 * One that is not there is gone already.
 */
export async function withdrawWallet(
  ports: ListPorts,
  { device: { citizenId } }: Pick<Holder, 'device'>,
  id: string,
): Promise<void> {
  const { database, now } = ports
  await database.transaction(async (transaction) => {
    const wallets = await liveWallets(transaction, citizenId, now())
    if (!wallets.some(({ place }) => place === id)) return
    const at = new Date(now())
    await changeOtherWallet(transaction, id, 'revoked', at)
    await putWallets(
      transaction,
      citizenId,
      wallets.filter(({ place }) => place !== id),
    )
    const event = citizenEvent(ports, citizenId, at.getTime(), { kind: 'wallet-removed' })
    await transaction.in(CITIZEN_EVENTS).insert(event)
  })
}
