import type { CredentialOffered } from '@nansha/shared/api/wallet-answers'
import { DAY_MS, MINUTE_MS, unixSeconds } from '@nansha/shared/clock/durations'
import { digestText } from '@nansha/shared/encoding/digest'
import { NanshaError } from '@nansha/shared/errors'
import { requireValid } from '../credential/require-valid'
import { CONFIGURATION, credentialIssuer, PRE_AUTHORISED_GRANT } from '../issue/credential-issuer'
import { liveWallets, MOST_WALLETS } from '../issue/other-wallets'
import { type Cap, takeSlots } from '../limits/slots'
import { CREDENTIAL_OFFERS } from '../records/credential-offers'
import type { Holder } from '../records/holder'
import { requireUnlockFor } from '../unlock/unlock-for-purpose'
import type { WalletPorts } from './wallet-ports'

const GOOD_FOR_MS = 5 * MINUTE_MS
const PER_DAY = 10
const TX_CODE_DIGITS = 6

/** Offers of one phone within a day. */
export function offerCap(deviceId: string): Cap {
  return { id: `offers.${deviceId}`, most: PER_DAY }
}

type OfferPorts = Pick<
  WalletPorts,
  'database' | 'now' | 'acceptSpecimens' | 'issuerUrl' | 'onlineSigner' | 'randomBytes' | 'randomInt'
>

/**
 * Offers the identity to another wallet (OpenID4VCI 1.0 §4.1.1): a pre-authorised code, which goes there by QR or link, and digits
 * that the citizen types there. Takes what opening an account takes, because a credential with another key acts for the person.
 *
 * @throws NanshaError CREDENTIAL_… unless the identity is valid, UNLOCK_REQUIRED, ATTEMPTS_EXHAUSTED beyond a day's offers or with as
 *   many wallets as there may be, SERVICE_UNAVAILABLE where this deployment issues nothing for online use
 */
export async function offerCredential(
  ports: OfferPorts,
  { device, credential }: Holder,
  requestId: string,
): Promise<CredentialOffered> {
  const { database, now, randomBytes, randomInt, issuerUrl } = ports
  if (!ports.onlineSigner) throw new NanshaError('SERVICE_UNAVAILABLE')
  requireValid(credential, now())
  await requireUnlockFor(ports, { device }, 'fresh-face-or-fresh-pin')
  const code = Buffer.from(randomBytes(32)).toString('base64url')
  const txCode = String(randomInt(10 ** TX_CODE_DIGITS)).padStart(TX_CODE_DIGITS, '0')
  const expiresAt = new Date(now() + GOOD_FOR_MS)
  await database.transaction(async (transaction) => {
    const slot = { id: requestId, count: 1, until: new Date(now() + DAY_MS) }
    await takeSlots(transaction, offerCap(device._id), slot, now())
    if ((await liveWallets(transaction, device.citizenId, now())).length >= MOST_WALLETS)
      throw new NanshaError('ATTEMPTS_EXHAUSTED')
    await transaction.in(CREDENTIAL_OFFERS).insert({
      _id: digestText(code),
      citizenId: device.citizenId,
      deviceId: device._id,
      txCode,
      wrong: 0,
      tokenDigest: null,
      expiresAt,
    })
  })
  return { offer: offerLink(issuerUrl, code), txCode, expiresAt: unixSeconds(expiresAt) }
}

function offerLink(issuerUrl: string, code: string): string {
  const offer = {
    credential_issuer: credentialIssuer(issuerUrl),
    credential_configuration_ids: [CONFIGURATION],
    grants: {
      [PRE_AUTHORISED_GRANT]: {
        'pre-authorized_code': code,
        tx_code: { input_mode: 'numeric', length: TX_CODE_DIGITS },
      },
    },
  }
  return `openid-credential-offer://?credential_offer=${encodeURIComponent(JSON.stringify(offer))}`
}
