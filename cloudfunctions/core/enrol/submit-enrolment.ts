import type { EnrolEvent } from '@nansha/shared/api/enrol'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { verifyProofOfPossession } from '@nansha/shared/proof/verify-proof-of-possession'
import { type Attempt, beginAttempt } from '../limits/attempts'
import { noteRefusal } from '../limits/number-guard'
import { type AccountKey, accountOf } from '../records/account-key'
import type { Enrolment } from '../records/enrolments'
import type { PopulationRegistry } from '../registry/population-registry'
import { applicantClaims, correctedFields, correctedValues, requireRead } from './applicant-claims'
import { checkApplicant } from './check-applicant'
import { openChecked } from './check-selfie'
import { discardUploads, takeEnrolment } from './close-enrolment'
import { enrolRemotely } from './enrol-citizen'
import type { EnrolPorts } from './enrol-ports'
import { provePerson } from './prove-person'
import { openReading } from './read-card'
import { recordDecision } from './record-decision'
import { refuseInConstantTime } from './refuse-in-constant-time'
import { indexOf } from './renew-index'
import { requireAnswered } from './require-answered'
import { requireAsked } from './require-asked'
import { requireFreePhone } from './require-free-phone'
import { requireOwnFiles } from './uploads'
import type { Recorded } from './write-citizen'

type Submission = Extract<EnrolEvent, { action: 'submit' }>

/**
 * Decides an enrolment. Whatever comes of it, the enrolment is spent and its photos are gone when this returns, or left to
 * the sweep where the storage is down.
 *
 * @throws NanshaError with its own code for what is wrong with the submission itself; for every reason that lies with the
 *   person, the registry or what is already known about the number, PROOFING_RETRY the first time and PROOFING_REFUSED
 *   from then on
 */
export function submitEnrolment(
  ports: EnrolPorts,
  account: AccountKey,
  submission: Submission,
): Promise<Recorded> {
  return refuseInConstantTime(ports, async () => {
    const enrolment = await takeEnrolment(ports, account, submission.enrolmentId)
    try {
      return await decideEnrolment(ports, enrolment, submission)
    } finally {
      // What will not go now is the sweep's, and no reason to lose a credential that was issued.
      await discardUploads(ports, enrolment).catch(() => undefined)
    }
  })
}

async function decideEnrolment(
  ports: EnrolPorts,
  enrolment: Enrolment,
  { name, corrections = {}, idNumber, files, proof, idCardAuthData }: Submission,
): Promise<Recorded> {
  requireOwnFiles(await ports.storageRoot(), enrolment, files)
  const { photos, faceAt } = requireAnswered(ports, enrolment, files)
  const networkId = requireNetworkId(ports.registry, idCardAuthData)
  const number = checkApplicant(idNumber, ports.now())
  requireAsked(ports.registry, number.number)
  const reading = requireRead(openReading(ports, enrolment))
  const written = { name, corrections }
  const claims = applicantClaims(written, number, reading)
  const challenge = { audience: ports.issuerUrl, nonce: enrolment.nonce, now: unixSeconds(ports.now()) }
  const publicJwk = await verifyProofOfPossession(proof, challenge, ports.verifySignature)

  const index = await indexOf(ports, number.number)
  await requireFreePhone(ports, publicJwk, index)
  const corrected = correctedFields(written, reading)
  const { session } = enrolment
  const account = accountOf(enrolment.account)
  const told = {
    name,
    idNumber: number.number,
    document: reading.emblem.document,
    corrections: correctedValues(corrected),
  }
  const applicant = { ...told, account, session, idCardAuthData: networkId }
  const attempt = await beginAttempt(ports, enrolment.account, number.number)
  return settleAttempt(ports, attempt, enrolment.account, index, async () => {
    const checked = openChecked(ports, enrolment)
    const seen = { ...photos, cardDigest: reading.portrait.digest, checked }
    const proofing = await provePerson(ports, applicant, index, seen)
    await recordDecision(ports, enrolment, index, proofing, corrected)
    if (proofing.outcome !== 'proven') throw new NanshaError('PROOFING_REFUSED')
    const { portrait } = proofing
    const { assurance } = ports.registry
    const person = { enrolment, claims, numberIndex: index, portrait, assurance, publicJwk, faceAt }
    const recorded = await enrolRemotely(ports, person)
    await attempt.clear()
    return recorded
  })
}

/** @throws NanshaError INPUT_INVALID where the registry needs what the national app made and has not got it, or the reverse */
function requireNetworkId(
  { networkId }: PopulationRegistry,
  idCardAuthData: string | undefined,
): string | null {
  if ((networkId === undefined) !== (idCardAuthData === undefined))
    throw new NanshaError('INPUT_INVALID', { field: 'idCardAuthData' })
  return idCardAuthData ?? null
}

/**
 * Counts a refusal against the number too; a try in which nothing was decided, for whatever reason, does not count. How a
 * refusal is worded depends on the account's own tries and on nothing else: unsure, wrong and already taken are one.
 */
async function settleAttempt<T>(
  ports: Pick<EnrolPorts, 'database' | 'randomId' | 'index' | 'envelopes' | 'now'>,
  attempt: Attempt,
  account: AccountKey,
  index: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof NanshaError ? error.code : undefined
    if (code === 'PROOFING_REFUSED') {
      await noteRefusal(ports, account, index)
      throw attempt.isFirst ? new NanshaError('PROOFING_RETRY') : error
    }
    await attempt.forgive()
    throw error
  }
}
