import { ageInChina } from '@nansha/shared/age-in-china'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { OnlineCredential } from '@nansha/shared/api/wallet-answers'
import { DAY_MS, HOUR_MS, unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { verifyProofOfPossession } from '@nansha/shared/proof/verify-proof-of-possession'
import { allocateStatusPlace } from '../credential/allocate-status-place'
import { issueCredential } from '../credential/issue-credential'
import { holdValid } from '../credential/require-identity'
import { requireValid } from '../credential/require-valid'
import { residentClaims } from '../credential/resident-claims'
import { placeId } from '../credential/status-place'
import { ONLINE } from '../credential/status-series'
import { type Cap, takeSlots } from '../limits/slots'
import { CITIZEN_CLAIMS, CITIZENS } from '../records/citizens'
import { CREDENTIALS } from '../records/credentials'
import type { Holder } from '../records/holder'
import { ONLINE_CREDENTIALS } from '../records/online-credentials'
import { requireUnlockFor } from '../unlock/unlock-for-purpose'
import type { WalletPorts } from './wallet-ports'

/** Long enough for a verifier whose clock is wrong, short enough that one which was copied is worth nothing tomorrow. */
const GOOD_FOR_MS = 24 * HOUR_MS
/** Its place in the status list is given anew after this long. */
const KEPT_MS = GOOD_FOR_MS + 7 * DAY_MS
const PER_DAY = 60

/** Online credentials of one phone within a day. */
export function onlineCap(deviceId: string): Cap {
  return { id: `online.${deviceId}`, most: PER_DAY }
}

type Asked = Extract<WalletAction, { action: 'online-credential' }>

/**
 * Issues a credential for one online presentation (OpenID4VC HAIP 1.0 §6.1): bound to a key of its own and with a place of its own in
 * the status lists, so that nothing in it links two presentations but what is disclosed. What the holder did to unlock is checked
 * here and stated in it (`amr`, `auth_time`), because the phone's word on this counts for nothing. It stands for the credential
 * that this phone holds, and is not in the issuance log, as passes are not.
 *
 * @param requestId of the signed request: the proof of the new key repeats it
 * @throws NanshaError CREDENTIAL_… unless the credential is valid, UNLOCK_REQUIRED, PROOF_INVALID, ATTEMPTS_EXHAUSTED beyond a
 *   day's worth, SERVICE_UNAVAILABLE where this deployment issues nothing for online use
 */
export async function issueOnlineCredential(
  ports: WalletPorts,
  { device, credential }: Holder,
  { unlock: rule, proof, sector }: Asked,
  requestId: string,
): Promise<OnlineCredential> {
  const { database, now, onlineSigner, verifySignature, issuerUrl } = ports
  if (!onlineSigner) throw new NanshaError('SERVICE_UNAVAILABLE')
  requireValid(credential, now())
  const expected = { audience: issuerUrl, nonce: requestId, now: unixSeconds(now()) }
  const holderJwk = await verifyProofOfPossession(proof, expected, verifySignature)
  const unlock = await requireUnlockFor(ports, { device }, rule)
  const claims = await shownClaims(ports, device.citizenId, sector)
  const until = new Date(now() + DAY_MS)
  await database.transaction((transaction) =>
    takeSlots(transaction, onlineCap(device._id), { id: requestId, count: 1, until }, now()),
  )
  return allocateStatusPlace(
    ports,
    async (transaction, place) => {
      const current = await transaction.in(CREDENTIALS).get(credential._id)
      if (!current) throw new NanshaError('CREDENTIAL_REVOKED')
      await holdValid(transaction, current, now())
      const end = Math.min(now() + GOOD_FOR_MS, current.expiresAt.getTime())
      const issued = await issueCredential(
        { ...ports, signer: onlineSigner },
        {
          type: credential.type,
          claims,
          holderJwk,
          place,
          assurance: credential.assurance,
          exp: unixSeconds(end),
          series: ONLINE,
          says: {
            amr: [unlock.method],
            auth_time: minuteOf(unlock.at),
            ...(sector !== undefined && { pairwise_sector: sector }),
          },
        },
      )
      await transaction.in(ONLINE_CREDENTIALS).insert({
        _id: placeId(place),
        citizenId: device.citizenId,
        list: place.list,
        status: 'valid',
        statusChangedAt: issued.issuedAt,
        expiresAt: new Date(now() + KEPT_MS),
      })
      return { credential: issued.credential }
    },
    ONLINE,
  )
}

/** What the holder may disclose online: their claims as of today, and for one sector the name that only it knows them by. */
async function shownClaims(
  { database, now, envelopes, logSubjects }: WalletPorts,
  citizenId: string,
  sector: string | undefined,
) {
  const citizen = await database.in(CITIZENS).get(citizenId)
  if (!citizen) throw new NanshaError('CREDENTIAL_REVOKED')
  const claims = CITIZEN_CLAIMS.open(envelopes, citizen)
  return {
    ...residentClaims(claims, ageInChina(claims.birthdate, now())),
    ...(sector !== undefined && { pairwise_id: logSubjects('pairwise', sector, claims.id_number) }),
  }
}

/** Unix seconds, to the minute: the exact second would be the same at every website that is visited upon one unlock. */
function minuteOf(at: Date): number {
  return Math.floor(at.getTime() / 60_000) * 60
}
