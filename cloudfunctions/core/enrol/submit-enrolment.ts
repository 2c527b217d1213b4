import type { EnrolEvent, EnrolIssued } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import { verifyProofOfPossession } from '@nansha/shared/proof/verify-proof-of-possession'
import { type Attempt, beginAttempt } from '../abuse/attempts'
import { numberIndex } from '../crypto/blind-index'
import type { AccountKey } from '../records/account-key'
import type { Enrolment } from '../records/enrolments'
import { checkApplicant } from './check-applicant'
import { discardUploads, takeEnrolment } from './close-enrolment'
import type { EnrolPorts } from './enrol-ports'
import { type Proofing, provePerson } from './prove-person'
import { recordCitizen } from './record-citizen'
import { recordDecision } from './record-decision'
import { requireOwnFiles, uploadedFiles } from './uploads'

type Submission = Extract<EnrolEvent, { action: 'submit' }>

/**
 * Decides an enrolment. Whatever comes of it, the enrolment is spent and its photos are gone when this returns.
 *
 * @throws NanshaError with its own code for what is wrong with the submission itself; PROOFING_REFUSED for every reason
 *   that lies with the registry or with what we already know about the number
 */
export async function submitEnrolment(
  ports: EnrolPorts,
  account: AccountKey,
  submission: Submission,
): Promise<EnrolIssued> {
  const enrolment = await takeEnrolment(ports, account, submission.enrolmentId)
  try {
    return await decideEnrolment(ports, enrolment, submission)
  } finally {
    await discardUploads(ports, enrolment._id)
  }
}

async function decideEnrolment(
  ports: EnrolPorts,
  enrolment: Enrolment,
  { name, idNumber, files, proof }: Submission,
): Promise<EnrolIssued> {
  const photos = uploadedFiles(await ports.storageRoot(), enrolment._id)
  requireOwnFiles(photos, files)
  const { region, number, ...derived } = checkApplicant(idNumber, ports.now())
  const challenge = { audience: ports.issuerUrl, nonce: enrolment.nonce, now: Math.floor(ports.now() / 1000) }
  const publicJwk = await verifyProofOfPossession(proof, challenge, ports.verifySignature)

  const index = numberIndex(ports.index, number)
  const attempt = await beginAttempt(ports, enrolment.account, index)
  return forgivingAllButDecisions(attempt, async () => {
    const proofing = await provePerson(ports, { name, idNumber: number }, photos)
    await recordDecision(ports, enrolment, index, proofing)
    await requireProven(attempt, proofing)
    const { portrait } = proofing
    const claims = { name, id_number: number, ...derived }
    const { assurance } = ports.registry
    const person = { enrolment, claims, numberIndex: index, portrait, assurance, publicJwk }
    const issued = await recordCitizen(ports, person)
    await attempt.clear()
    return issued
  })
}

async function requireProven(attempt: Attempt, { outcome }: Proofing): Promise<void> {
  if (outcome === 'refused') throw new NanshaError('PROOFING_REFUSED')
  if (outcome === 'unsure')
    throw new NanshaError((await attempt.noteUnsure()) ? 'PROOFING_RETRY' : 'PROOFING_REFUSED')
}

/** A try in which nothing was decided, for whatever reason, does not count. */
async function forgivingAllButDecisions<T>(attempt: Attempt, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const isDecision = error instanceof NanshaError && error.code.startsWith('PROOFING_')
    if (!isDecision) await attempt.forgive()
    throw error
  }
}
