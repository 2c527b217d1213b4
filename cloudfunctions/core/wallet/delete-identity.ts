import { NanshaError } from '@nansha/shared/errors'
import { markOnlineCredentials } from '../credential/mark-online'
import { revokePhone } from '../credential/revoke-phone'
import { forEachSettled } from '../function/for-each-settled'
import { allHoldersOf } from '../history/citizen-event'
import type { CollectionToken, Query, Stored } from '../platform/database'
import { BIOMETRICS } from '../records/biometrics'
import { CITIZEN_EVENTS } from '../records/citizen-events'
import { CITIZENS, type Citizen } from '../records/citizens'
import { CREDENTIALS } from '../records/credentials'
import { DECISIONS } from '../records/decisions'
import { DEVICES } from '../records/devices'
import { HANDLES } from '../records/handles'
import type { Holder } from '../records/holder'
import { NUMBER_CLAIMS } from '../records/number-claims'
import { REBINDINGS } from '../records/rebindings'
import { SLOTS } from '../records/slots'
import { UNLOCKS } from '../records/unlocks'
import { complaintCap } from './complaints'
import { documentCap } from './documents/issue-document'
import { exportCap } from './export-identity'
import { handleCap } from './issue-handles'
import { onlineCap } from './issue-online-credential'
import { offerCap } from './offer-credential'
import type { WalletPorts } from './wallet-ports'

/**
 * Deletes a citizen. What stays names nobody: the revoked credential's place in the status list, and its line in the
 * issuance log. The credential goes first, so that no desk adds to the lists; then the lists: if this is cut short, the
 * citizen still exists and can ask again. A list that cannot be deleted keeps no other from going.
 *
 * @throws NanshaError CREDENTIAL_REVOKED when another phone was bound meanwhile
 * @throws AggregateError when some lists could not be deleted
 */
export async function deleteIdentity(
  { database, now }: Pick<WalletPorts, 'database' | 'now'>,
  { device }: Holder,
): Promise<void> {
  const { citizenId } = device
  const citizen = await database.in(CITIZENS).get(citizenId)
  if (!citizen) return
  requireBound(citizen, device)
  await database
    .in(CREDENTIALS)
    .update(citizen.credentialId, { status: 'revoked', statusChangedAt: new Date(now()) })
  await markOnlineCredentials(database, citizenId, 'revoked', now())
  const lists: [collection: CollectionToken<Stored>, query: Query][] = [
    [HANDLES, { citizenId }],
    [UNLOCKS, { citizenId }],
    [BIOMETRICS, { citizenId }],
    [CITIZEN_EVENTS, { holder: allHoldersOf(citizenId, now()) }],
    [DECISIONS, { numberIndex: citizen.numberIndex }],
  ]
  await forEachSettled(
    lists,
    async ([collection, query]) => void (await database.in(collection).removeWhere(query)),
    (count) => `${count} lists of a citizen could not be deleted.`,
  )
  await database.transaction(async (transaction) => {
    const current = await transaction.in(CITIZENS).get(citizenId)
    requireBound(current, device)
    await revokePhone(transaction, current, new Date(now()))
    await transaction.in(NUMBER_CLAIMS).remove(citizen.numberIndex)
    await transaction.in(REBINDINGS).remove(citizenId)
    await transaction.in(SLOTS).remove(handleCap(citizen.deviceId).id)
    await transaction.in(SLOTS).remove(onlineCap(citizen.deviceId).id)
    await transaction.in(SLOTS).remove(offerCap(citizen.deviceId).id)
    await transaction.in(SLOTS).remove(complaintCap(citizen.deviceId).id)
    await transaction.in(SLOTS).remove(documentCap(citizen.deviceId).id)
    await transaction.in(SLOTS).remove(exportCap(citizen.deviceId).id)
    await transaction.in(CITIZENS).remove(citizenId)
  })
  // Last, because it is what a repeated request is known by.
  await database.in(DEVICES).removeWhere({ citizenId })
}

/** The identity that is on another phone by now is not this one's to delete. @throws NanshaError CREDENTIAL_REVOKED */
function requireBound(citizen: Citizen | null, { _id }: Holder['device']): asserts citizen is Citizen {
  if (citizen?.deviceId !== _id) throw new NanshaError('CREDENTIAL_REVOKED')
}
