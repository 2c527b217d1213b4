import type { CounterEvent } from '@nansha/shared/api/counter'
import { NanshaError } from '@nansha/shared/errors'
import type { CropPortrait } from '../../clients/crop-portrait'
import type { Transaction } from '../../platform/database'
import type { AccountKey } from '../../records/account-key'
import {
  COUNTER_APPLICATIONS,
  type CounterApplication,
  HANDED_CREDENTIAL,
} from '../../records/counter-applications'
import { COUNTER_CODES } from '../../records/counter-codes'
import { DECISIONS } from '../../records/decisions'
import { enrolInPerson } from '../enrol-citizen'
import type { EnrolPorts } from '../enrol-ports'
import { indexOf } from '../renew-index'
import { requireFreePhone } from '../require-free-phone'
import { checkCounterApplicant } from './check-counter-applicant'
import { countApproval } from './count-approval'
import { counterDecision } from './counter-decision'
import { readOwnApplication } from './require-officer'
import { counterPaths, discardCounterPhotos } from './uploads'

export type CounterPorts = EnrolPorts & { readonly cropPortrait: CropPortrait }
type Approval = Extract<CounterEvent, { action: 'counter-approve' }>

/**
 * Makes a citizen of a person whom an officer saw with the physical card in hand. Whoever held the number from another
 * phone or account loses it to them: that is what the counter is for.
 *
 * @throws NanshaError CALLER_FORBIDDEN (also for one's own application), LICENCE_…, ATTEMPTS_EXHAUSTED beyond the
 *   officer's daily cap, ENROLMENT_UNKNOWN also for one that another officer opened since, CARD_EXPIRED,
 *   CARD_NOT_YET_VALID, NUMBER_…, GUARDIAN_REQUIRED, PHONE_HOLDS_ANOTHER, FACE_… and IMAGE_… for the portrait
 */
export async function approveApplication(
  ports: CounterPorts,
  account: AccountKey,
  unionId: string | null,
  approval: Approval,
): Promise<void> {
  const { application } = await ports.database.transaction((transaction) =>
    readOwnApplication(ports, transaction, account, approval.applicationId),
  )
  try {
    await approve(ports, account, unionId, application, approval)
  } finally {
    // The card's too: the officer may have photographed it and typed after all.
    await discardCounterPhotos(ports, application)
  }
}

async function approve(
  ports: CounterPorts,
  account: AccountKey,
  unionId: string | null,
  application: CounterApplication,
  approval: Approval,
): Promise<void> {
  const { _id, folders, publicJwk } = application
  const portraitFile = (await ports.storageRoot()) + counterPaths(folders.at(-1) ?? '').portrait
  if (approval.portrait !== portraitFile) throw new NanshaError('INPUT_INVALID', { field: 'portrait' })
  const { number, guardian } = checkCounterApplicant(approval, ports.now())
  if (isOwn(application, account, unionId)) throw new NanshaError('CALLER_FORBIDDEN')
  // A guardian's phone gets a child's card, by `approveChild`, and nobody's identity.
  if (!publicJwk || application.guardian) throw new NanshaError('ENROLMENT_UNKNOWN')

  const numberIndex = await indexOf(ports, number.number)
  await requireFreePhone(ports, publicJwk, numberIndex)

  const at = new Date(ports.now())
  const person = {
    enrolment: { _id, account: application.account, consent: { version: 'in-person', at } },
    claims: attestedClaims(approval, number),
    numberIndex,
    portrait: await ports.cropPortrait(portraitFile, approval.portraitDigest),
    assurance: 'in-person' as const,
    publicJwk,
    faceAt: at,
  }
  await enrolInPerson(ports, person, async (transaction, credential) => {
    const { officer } = await readOwnApplication(ports, transaction, account, _id)
    await handOver(ports, transaction, application, credential)
    await countApproval(transaction, account, ports.now())
    await transaction.in(DECISIONS).insert(counterDecision(ports, person, officer, guardian))
  })
}

/** An officer applies in the citizens' app and approves in the companion: two accounts, and one person. */
export function isOwn(application: CounterApplication, account: AccountKey, unionId: string | null): boolean {
  return application.account === account || (unionId !== null && application.unionId === unionId)
}

/** Leaves the credential where the phone collects it; of two officers at once, one does. */
export async function handOver(
  { envelopes }: Pick<CounterPorts, 'envelopes'>,
  transaction: Transaction,
  { _id, codeId }: CounterApplication,
  credential: string,
): Promise<void> {
  await transaction.in(COUNTER_APPLICATIONS).update(_id, {
    credential: HANDED_CREDENTIAL.seal(envelopes, _id, Buffer.from(credential)),
    codeId: null,
  })
  if (codeId) await transaction.in(COUNTER_CODES).remove(codeId)
}

function attestedClaims(
  approval: Approval,
  { number, region, ...derived }: ReturnType<typeof checkCounterApplicant>['number'],
) {
  const { name, ethnicity, address, nationality, chineseName, cardValidity } = approval
  return {
    name,
    id_number: number,
    ...derived,
    ...(nationality !== undefined && { nationality }),
    ...(chineseName !== undefined && { chinese_name: chineseName }),
    ...(ethnicity !== undefined && { ethnicity }),
    ...(address !== undefined && { address }),
    card_validity: cardValidity,
  }
}
