import type { CounterApplied, CounterEvent, CounterWaiting } from '@nansha/shared/api/counter'
import type { EnrolIssued } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import { verifyProofOfPossession } from '@nansha/shared/proof/verify-proof-of-possession'
import type { AccountKey } from '../../records/account-key'
import { COUNTER_APPLICATIONS, type CounterApplication } from '../../records/counter-applications'
import type { EnrolPorts, IssuingPorts } from '../enrol-ports'

type Apply = Extract<CounterEvent, { action: 'counter-apply' }>

/**
 * Binds an application to the phone's key, before anybody can approve it, and gives the code for the officer.
 *
 * @throws NanshaError ENROLMENT_UNKNOWN, ENROLMENT_EXPIRED, ENROLMENT_USED, PROOF_INVALID
 */
export async function applyAtCounter(
  ports: IssuingPorts & Pick<EnrolPorts, 'verifySignature'>,
  account: AccountKey,
  { applicationId, proof }: Apply,
): Promise<CounterApplied> {
  const applications = ports.database.collection<CounterApplication>(COUNTER_APPLICATIONS)
  const application = await ownApplication(ports, account, applicationId)
  if (application.publicJwk) throw new NanshaError('ENROLMENT_USED')
  const challenge = {
    audience: ports.issuerUrl,
    nonce: application.nonce,
    now: Math.floor(ports.now() / 1000),
  }
  const publicJwk = await verifyProofOfPossession(proof, challenge, ports.verifySignature)
  const code = await freeCode(ports)
  await applications.update(applicationId, { publicJwk, code })
  return { code }
}

/**
 * Hands the credential over, once: with it goes the application.
 *
 * @throws NanshaError ENROLMENT_UNKNOWN, also after it was collected; ENROLMENT_EXPIRED
 */
export async function collectApplication(
  ports: IssuingPorts,
  account: AccountKey,
  applicationId: string,
): Promise<EnrolIssued | CounterWaiting> {
  const { credential } = await ownApplication(ports, account, applicationId)
  if (credential === null) return { state: 'waiting' }
  const removed = await ports.database.collection(COUNTER_APPLICATIONS).remove(applicationId)
  if (!removed) throw new NanshaError('ENROLMENT_UNKNOWN')
  const place = { collection: COUNTER_APPLICATIONS, id: applicationId, field: 'credential' }
  return { credential: ports.envelopes.open(place, credential).toString() }
}

async function ownApplication(
  { database, now }: IssuingPorts,
  account: AccountKey,
  applicationId: string,
): Promise<CounterApplication> {
  const application = await database.collection<CounterApplication>(COUNTER_APPLICATIONS).get(applicationId)
  if (!application || application.account !== account) throw new NanshaError('ENROLMENT_UNKNOWN')
  if (application.expiresAt.getTime() <= now()) throw new NanshaError('ENROLMENT_EXPIRED')
  return application
}

/** Eight digits that no other open application has. */
async function freeCode({ database, randomInt }: IssuingPorts): Promise<string> {
  for (;;) {
    const code = String(randomInt(100_000_000)).padStart(8, '0')
    if (!(await database.collection<CounterApplication>(COUNTER_APPLICATIONS).findOne({ code }))) return code
  }
}
