import type { ChildRenewed } from '@nansha/shared/api/wallet-answers'
import { DAY_MS } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { issueChildCard } from '../../credential/issue-child-card'
import { renewInPlace } from '../../credential/renew-in-place'
import { requireIdentity } from '../../credential/require-identity'
import { requireValid } from '../../credential/require-valid'
import { citizenEvent } from '../../history/citizen-event'
import { takeSlots } from '../../limits/slots'
import type { Database, Transaction } from '../../platform/database'
import { type ChildCard, findChildCard } from '../../records/child-cards'
import { CITIZEN_EVENTS } from '../../records/citizen-events'
import type { Holder } from '../../records/holder'
import { revokeChildCard } from '../../records/mark-documents'
import { askHousehold } from '../../registry/household-registry'
import { documentCap, provenClaims } from '../documents/issue-document'
import type { WalletPorts } from '../wallet-ports'

/** The register's word by which a phone loses a child's card: the guardianship ended, or the childhood did. */
const ENDS: readonly string[] = ['CHILD_NOT_IN_HOUSEHOLD', 'CHILD_OF_AGE']

/**
 * Gives the phone the same child's card as the register has it now: the next credential over the same place in the status lists. It
 * stands for the issuance that is in the log. Whom the register no longer names as the guardian loses it, and so does the guardian of
 * somebody who is fourteen.
 *
 * @throws NanshaError CREDENTIAL_… unless identity and card are valid, CHILD_CARD_NONE, ATTEMPTS_EXHAUSTED, CHILD_NOT_IN_HOUSEHOLD,
 *   CHILD_OF_AGE, DOCUMENT_…
 */
export async function renewChild(ports: WalletPorts, holder: Holder, place: number): Promise<ChildRenewed> {
  const { database, now } = ports
  const { device } = holder
  requireValid(holder.credential, now())
  const { claims, credentialId: asked } = await requireHeld(database, holder, place)
  const child = await findChild(ports, holder, claims).catch(async (error: unknown) => {
    if (error instanceof NanshaError && ENDS.includes(error.code))
      await removeChild(ports, holder, place, asked)
    throw error
  })
  return database.transaction(async (transaction) => {
    const identity = await requireIdentity(transaction, device._id, now())
    const card = await requireHeld(transaction, holder, place)
    if (card.claims.id_number !== child.id_number) throw new NanshaError('CHILD_CARD_NONE')
    const { credentialId, numberIndex } = card
    const renewal = { credentialId, identity, now: now(), none: 'CHILD_CARD_NONE' } as const
    const next = { identity, deviceId: device._id, place, numberIndex, child }
    const issued = await renewInPlace(transaction, renewal, (status) =>
      issueChildCard(ports, transaction, { ...next, status }),
    )
    return { credential: issued.credential, portrait: child.portrait }
  })
}

/**
 * Takes a child's card off the holder's phone. One that is not there is no error: the answer may have been lost.
 *
 * @param only the card that is meant, by its credential: another that was put in its place since stays
 */
export function removeChild(
  ports: Pick<WalletPorts, 'database' | 'now' | 'randomId'>,
  { device }: Pick<Holder, 'device'>,
  place: number,
  only?: string,
): Promise<void> {
  const { database, now } = ports
  const phone = { citizenId: device.citizenId, deviceId: device._id }
  return database.transaction(async (transaction) => {
    const found = await findChildCard(transaction, phone, place)
    if (!found || (only !== undefined && found.card.credentialId !== only)) return
    const at = new Date(now())
    await revokeChildCard(transaction, found.card, at)
    const details = { kind: 'child-removed', child: found.card.claims.name } as const
    await transaction.in(CITIZEN_EVENTS).insert(citizenEvent(ports, device.citizenId, at.getTime(), details))
  })
}

/** Asks the register, counted with the questions for documents. */
async function findChild(
  ports: Pick<WalletPorts, 'database' | 'now' | 'randomId' | 'household' | 'envelopes'>,
  { device }: Holder,
  { name, id_number: idNumber }: ChildCard['claims'],
) {
  const { database, now, randomId, household } = ports
  const guardian = await provenClaims(ports, { device })
  const slot = { id: randomId(), count: 1, until: new Date(now() + DAY_MS) }
  await database.transaction((transaction) => takeSlots(transaction, documentCap(device._id), slot, now()))
  const asking = { name: guardian.name, idNumber: guardian.id_number }
  return askHousehold(household, asking, { name, idNumber }, now())
}

/** @throws NanshaError CHILD_CARD_NONE also for one that is bound to another phone */
async function requireHeld(
  records: Pick<Transaction, 'in'> | Pick<Database, 'in'>,
  { device }: Pick<Holder, 'device'>,
  place: number,
): Promise<ChildCard> {
  const found = await findChildCard(records, { citizenId: device.citizenId, deviceId: device._id }, place)
  if (!found) throw new NanshaError('CHILD_CARD_NONE')
  return found.card
}
