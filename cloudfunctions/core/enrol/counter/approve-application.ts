import type { CounterEvent } from '@nansha/shared/api/counter'
import { NanshaError } from '@nansha/shared/errors'
import type { CropPortrait } from '../../clients/crop-portrait'
import { numberIndex } from '../../crypto/blind-index'
import type { Transaction } from '../../platform/database'
import type { AccountKey } from '../../records/account-key'
import { COUNTER_APPLICATIONS, type CounterApplication } from '../../records/counter-applications'
import { DECISIONS } from '../../records/decisions'
import type { EnrolPorts } from '../enrol-ports'
import { recordInPerson } from '../record-citizen'
import { checkCounterApplicant } from './check-counter-applicant'
import { countApproval } from './count-approval'
import { counterDecision } from './counter-decision'
import { requireOfficer } from './require-officer'
import { counterPaths, discardCounterPhotos } from './uploads'

export type CounterPorts = EnrolPorts & { readonly cropPortrait: CropPortrait }
type Approval = Extract<CounterEvent, { action: 'counter-approve' }>

/**
 * Makes a citizen of a person whom an officer saw with the physical card in hand. Whoever held the number from another
 * phone or account loses it to them: that is what the counter is for.
 *
 * @throws NanshaError CALLER_FORBIDDEN (also for one's own application), LICENCE_EXPIRED, ATTEMPTS_EXHAUSTED beyond the
 *   officer's daily cap, ENROLMENT_UNKNOWN, CARD_EXPIRED, CARD_NOT_YET_VALID, NUMBER_…, GUARDIAN_REQUIRED, FACE_… and IMAGE_… for the portrait
 */
export async function approveApplication(
  ports: CounterPorts,
  account: AccountKey,
  unionId: string | null,
  approval: Approval,
): Promise<void> {
  const officer = await requireOfficer(ports, account)
  const portraitFile = (await ports.storageRoot()) + counterPaths(approval.applicationId).portrait
  try {
    if (approval.portrait !== portraitFile) throw new NanshaError('INPUT_INVALID', { field: 'portrait' })
    const { number, guardian } = checkCounterApplicant(approval, ports.now())
    const { application, publicJwk } = await waitingApplication(ports, approval.applicationId)
    if (isOwn(application, account, unionId)) throw new NanshaError('CALLER_FORBIDDEN')

    const enrolment = {
      _id: application._id,
      account: application.account,
      consent: { version: 'in-person', at: new Date(ports.now()) },
    }
    const person = {
      enrolment,
      claims: claimsOf(approval, number),
      numberIndex: numberIndex(ports.index, number.number),
      portrait: await ports.cropPortrait(portraitFile),
      assurance: 'in-person' as const,
      publicJwk,
      faceAt: new Date(ports.now()),
    }
    await recordInPerson(ports, person, async (transaction, credential) => {
      await handOver(ports, transaction, application._id, credential)
      await countApproval(transaction, account, ports.now())
      await transaction.insert(DECISIONS, counterDecision(ports, person, officer, guardian))
    })
  } finally {
    // The card's too: the officer may have photographed it and typed after all.
    await discardCounterPhotos(ports, approval.applicationId)
  }
}

/** An officer applies in the citizens' app and approves in the companion: two accounts, and one person. */
function isOwn(application: CounterApplication, account: AccountKey, unionId: string | null): boolean {
  return application.account === account || (unionId !== null && application.unionId === unionId)
}

/** An application that proved its key and that nobody has approved. */
async function waitingApplication({ database, now }: CounterPorts, applicationId: string) {
  const application = await database.collection<CounterApplication>(COUNTER_APPLICATIONS).get(applicationId)
  const isOpen = application && application.credential === null && application.expiresAt.getTime() > now()
  if (!isOpen || !application.publicJwk) throw new NanshaError('ENROLMENT_UNKNOWN')
  return { application, publicJwk: application.publicJwk }
}

/** Leaves the credential where the phone collects it; of two officers at once, one does. */
async function handOver(
  { envelopes }: CounterPorts,
  transaction: Transaction,
  applicationId: string,
  credential: string,
): Promise<void> {
  const application = await transaction.get<CounterApplication>(COUNTER_APPLICATIONS, applicationId)
  if (application?.credential !== null) throw new NanshaError('ENROLMENT_UNKNOWN')
  const place = { collection: COUNTER_APPLICATIONS, id: applicationId, field: 'credential' }
  const sealed = envelopes.seal(place, Buffer.from(credential))
  await transaction.update<CounterApplication>(COUNTER_APPLICATIONS, applicationId, {
    credential: sealed,
    code: null,
  })
}

function claimsOf(
  approval: Approval,
  { number, region, ...derived }: ReturnType<typeof checkCounterApplicant>['number'],
) {
  const { name, ethnicity, address, cardValidity } = approval
  return {
    name,
    id_number: number,
    ...derived,
    ...(ethnicity !== undefined && { ethnicity }),
    ...(address !== undefined && { address }),
    card_validity: cardValidity,
  }
}
