import { createHash } from 'node:crypto'
import { CONSENT_VERSION } from '@nansha/shared/api/enrol'
import { EXPORT_TYPE, type ExportedData, type ExportedIdentity } from '@nansha/shared/api/export'
import { DAY_MS, unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { statusOf } from '../credential/require-valid'
import { allHoldersOf, citizenEvent, historyEntry } from '../history/citizen-event'
import { type Cap, takeSlots } from '../limits/slots'
import { CHILD_PORTRAIT, childCardsOf } from '../records/child-cards'
import { CITIZEN_EVENTS } from '../records/citizen-events'
import { CITIZEN_CLAIMS, CITIZEN_PORTRAIT, type Citizen } from '../records/citizens'
import { CREDENTIALS } from '../records/credentials'
import { heldDocuments } from '../records/held-documents'
import type { Holder } from '../records/holder'
import { NUMBER_LOCKS } from '../records/number-locks'
import { requireOwner } from '../unlock/seen-unlock'
import { citizenOfPhone } from './citizen-of-phone'
import { listWallets } from './other-wallets'
import type { WalletPorts } from './wallet-ports'

const MOST_CREDENTIALS = 100
const PER_DAY = 10

/** Exports of one phone within a day: each reads a year of history. */
export function exportCap(deviceId: string): Cap {
  return { id: `exports.${deviceId}`, most: PER_DAY }
}

/**
 * What the server keeps of a citizen's identity, for the citizen (PIPL art. 45), with the issuer's signature over its text: all but what the
 * law has kept for others (the register of stays, the record of how the enrolment was decided), which docs/privacy.md lists. Only for who
 * has just unlocked the phone, which may be in a thief's hand: so it is in the history too.
 *
 * @throws NanshaError UNLOCK_REQUIRED, ATTEMPTS_EXHAUSTED beyond a day's exports, CREDENTIAL_REVOKED when the citizen was deleted, or
 *   the phone replaced, meanwhile
 */
export async function exportIdentity(ports: WalletPorts, holder: Holder): Promise<ExportedIdentity> {
  await requireOwner(ports, holder)
  const { database, envelopes, now, issuerUrl, signer } = ports
  const { citizenId } = holder.device
  const citizen = await admitExport(ports, holder)
  const credentials = await database.in(CREDENTIALS).find({ citizenId }, { limit: MOST_CREDENTIALS })
  const events = []
  for await (const event of database.in(CITIZEN_EVENTS).scan({ holder: allHoldersOf(citizenId, now()) }))
    events.push(event)
  const { wallets } = await listWallets(ports, holder)
  const documents = await heldDocuments(database, citizenId)
  const children = await childCardsOf(database, citizenId)
  const lock = await database.in(NUMBER_LOCKS).get(citizen.numberIndex)

  const data: ExportedData = {
    issuer: issuerUrl,
    exportedAt: unixSeconds(now()),
    claims: { ...CITIZEN_CLAIMS.open(envelopes, citizen) },
    portrait: CITIZEN_PORTRAIT.open(envelopes, citizen).toString('base64'),
    assurance: citizen.assurance,
    enrolledAt: unixSeconds(citizen.enrolledAt),
    consent: {
      version: citizen.consent.version,
      at: unixSeconds(citizen.consent.at),
      current: CONSENT_VERSION,
    },
    numberLocked: lock !== null,
    alertsSince: citizen.alertsSince ? unixSeconds(citizen.alertsSince) : null,
    credentials: credentials.map((credential) => ({
      type: credential.type,
      issuedAt: unixSeconds(credential.issuedAt),
      status: statusOf(credential, now()),
      assurance: credential.assurance,
    })),
    otherWallets: wallets.map(({ issuedAt, expiresAt }) => ({ issuedAt, expiresAt })),
    documents: documents.map(({ document }) => document),
    children: children.map((card) => ({
      claims: card.claims,
      portrait: CHILD_PORTRAIT.open(envelopes, card).toString('base64'),
    })),
    history: events.sort((one, other) => other.at.getTime() - one.at.getTime()).map(historyEntry),
  }
  const text = JSON.stringify(data)
  const sha256 = createHash('sha256').update(text).digest('base64url')
  const signature = await signer.sign(EXPORT_TYPE, { iss: issuerUrl, iat: data.exportedAt, sha256 })
  return { text, signature }
}

/** Counts an export and writes it down, before anything is read. */
function admitExport(
  ports: Pick<WalletPorts, 'database' | 'now' | 'randomId'>,
  { device }: Holder,
): Promise<Citizen> {
  const { database, now, randomId } = ports
  return database.transaction(async (transaction) => {
    const citizen = await citizenOfPhone(transaction, device)
    if (!citizen) throw new NanshaError('CREDENTIAL_REVOKED')
    const slot = { id: randomId(), count: 1, until: new Date(now() + DAY_MS) }
    await takeSlots(transaction, exportCap(device._id), slot, now())
    const event = citizenEvent(ports, citizen._id, now(), { kind: 'exported' })
    await transaction.in(CITIZEN_EVENTS).insert(event)
    return citizen
  })
}
