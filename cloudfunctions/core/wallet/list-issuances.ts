import type { Issuances, IssuedCredential } from '@nansha/shared/api/wallet-answers'
import { CHILD_CARD_TYPE } from '@nansha/shared/children/child-card'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { statusOf } from '../credential/require-valid'
import type { Envelope } from '../crypto/envelope'
import { CITIZEN_CLAIMS, CITIZENS } from '../records/citizens'
import { CREDENTIALS, type Credential, FINGERPRINT } from '../records/credentials'
import { entryId, ISSUANCE_LOG } from '../records/former-chain'
import type { Holder } from '../records/holder'
import type { WalletPorts } from './wallet-ports'

/** More credentials than any citizen ever has: one for each phone, and one a year. */
const MOST = 100

/**
 * What became of every credential of this citizen, and what the log calls their number: the phone reads the log itself
 * and compares.
 *
 * @throws NanshaError CREDENTIAL_REVOKED when the citizen was deleted meanwhile
 */
export async function listIssuances(
  ports: Pick<WalletPorts, 'database' | 'now' | 'envelopes' | 'logSubjects'>,
  { device }: Holder,
): Promise<Issuances> {
  const { database, envelopes, logSubjects } = ports
  const citizen = await database.in(CITIZENS).get(device.citizenId)
  if (!citizen) throw new NanshaError('CREDENTIAL_REVOKED')
  const { id_number } = CITIZEN_CLAIMS.open(envelopes, citizen)
  const found = await database.in(CREDENTIALS).find({ citizenId: citizen._id }, { limit: MOST })
  // A child's card is logged under the number of the child.
  const credentials = found.filter(({ type }) => type !== CHILD_CARD_TYPE)
  return {
    subject: logSubjects('issuance-log', id_number),
    issued: await Promise.all(credentials.map((credential) => describe(ports, device, credential))),
  }
}

async function describe(
  ports: Pick<WalletPorts, 'database' | 'now' | 'envelopes'>,
  device: Holder['device'],
  credential: Credential,
): Promise<IssuedCredential> {
  const { envelopes, now } = ports
  const fingerprint = credential.fingerprint ?? (await sealFingerprint(ports, credential))
  return {
    credential: FINGERPRINT.open(envelopes, { _id: credential._id, fingerprint }).toString('base64url'),
    issuedAt: unixSeconds(credential.issuedAt),
    type: credential.type,
    status: statusOf(credential, now()),
    assurance: credential.assurance,
    isHere: keyThumbprint(credential.holderJwk) === device._id,
  }
}

/** A record from the time of the hash chain names its entry by its index; from now on by its fingerprint, sealed. */
async function sealFingerprint(
  { database, envelopes }: Pick<WalletPorts, 'database' | 'envelopes'>,
  { _id, logIndex }: Credential,
): Promise<Envelope> {
  const entry = await database.in(ISSUANCE_LOG).get(entryId(logIndex ?? 0))
  if (!entry) throw new Error('A credential names no entry of the issuance log.')
  const fingerprint = FINGERPRINT.seal(envelopes, _id, Buffer.from(entry.credential, 'base64url'))
  await database.in(CREDENTIALS).update(_id, { fingerprint })
  return fingerprint
}
