import type { WalletAction } from '@nansha/shared/api/wallet'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import {
  REQUEST_WINDOW,
  requestKeyId,
  verifyWalletRequest,
} from '@nansha/shared/wallet-request/verify-wallet-request'
import type { AccountKey } from '../records/account-key'
import { CREDENTIALS } from '../records/credentials'
import { DEVICES, type Device } from '../records/devices'
import type { Holder } from '../records/holder'
import { REQUESTS } from '../records/requests'
import type { WalletPorts } from './wallet-ports'

/** What a phone asks, and whose phone it is. */
export interface OpenedRequest extends Holder {
  readonly action: WalletAction
  /** Carried out once. */
  readonly requestId: string
}

type RequestPorts = Pick<WalletPorts, 'database' | 'now' | 'issuerUrl' | 'verifySignature'>

/**
 * Opens a signed request: known phone, its signature, its account, not carried out before.
 *
 * @throws NanshaError CREDENTIAL_NONE for a key that is bound to nobody, REQUEST_INVALID, REQUEST_REPLAYED
 */
export async function openRequest(
  ports: RequestPorts,
  account: AccountKey,
  request: string,
): Promise<OpenedRequest> {
  const { database, now } = ports
  const keyId = requestKeyId(request)
  if (keyId === undefined) throw new NanshaError('REQUEST_INVALID')
  const device = await database.in(DEVICES).get(keyId)
  if (!device) throw new NanshaError('CREDENTIAL_NONE')

  const expected = { audience: ports.issuerUrl, key: device.publicJwk, now: unixSeconds(now()) }
  const { requestId, issuedAt, action } = await verifyWalletRequest(request, expected, ports.verifySignature)
  // A key that was copied to a phone with another account opens nothing.
  if (device.account !== account) throw new NanshaError('REQUEST_INVALID')
  await spend(ports, device, requestId, issuedAt)

  const credential = await database.in(CREDENTIALS).get(device.credentialId)
  if (!credential) throw new NanshaError('CREDENTIAL_NONE')
  await database.in(DEVICES).update(device._id, { lastSeenAt: new Date(now()) })
  return { device, credential, action, requestId }
}

async function spend(
  { database }: RequestPorts,
  device: Device,
  requestId: string,
  issuedAt: number,
): Promise<void> {
  const expiresAt = new Date((issuedAt + REQUEST_WINDOW.before + REQUEST_WINDOW.after) * 1000)
  const spent = { _id: `${device._id}.${requestId}`, expiresAt }
  const inserted = await database.in(REQUESTS).insert(spent)
  if (inserted === 'duplicate') throw new NanshaError('REQUEST_REPLAYED')
}
