import type { ComparisonBegun, FaceAnswer, FacesCompared } from '@nansha/shared/api/verify'
import { HOUR_MS, MINUTE_MS } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { SCENARIOS } from '@nansha/shared/scenarios'
import { compareAtDesk } from '../clients/compare-at-desk'
import type { MatchFaces } from '../clients/match-faces'
import { photoDigest } from '../image/photo-digest'
import { type Cap, takeSlots } from '../limits/slots'
import type { Transaction } from '../platform/database'
import type { AccountKey } from '../records/account-key'
import {
  type ComparisonFiles,
  comparedPortraitPath,
  comparisonPath,
  discardComparison,
} from '../records/comparison-files'
import { FACE_COMPARISONS } from '../records/face-comparisons'
import { USES, type Use } from '../records/uses'
import { openSubject } from './open-citizen'
import { readDesk } from './require-entitlement'
import { requireOpenUse, requireOwn, requireStillValid } from './require-open-use'
import type { VerifyPorts } from './verify-ports'

/** Photos of one check: one that would do, and two that were blurred. Each costs seconds of a large function. */
const MOST_COMPARISONS = 3
const UPLOAD_WITHIN_MS = 5 * MINUTE_MS

/** Photos of one clerk within an hour: one a minute is more than a queue at a desk brings. */
const comparisonCap = (account: AccountKey): Cap => ({
  id: `comparisons.${account}`,
  most: 60,
  refusal: 'TOO_MANY_COMPARISONS',
})

type Ports = Pick<VerifyPorts, 'database' | 'now' | 'randomId' | 'envelopes'> &
  ComparisonFiles & { readonly matchFaces: MatchFaces }

/**
 * Gives a clerk a place for one photo of the person whose check is open, who has consented to it.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_…, USE_UNKNOWN, USE_DECIDED, USE_EXPIRED, CREDENTIAL_…,
 *   TOO_MANY_COMPARISONS after three photos of one check, or sixty of one clerk within an hour
 */
export async function beginComparison(
  { database, now, randomId }: Pick<Ports, 'database' | 'now' | 'randomId'>,
  account: AccountKey,
  useId: string,
): Promise<ComparisonBegun> {
  const comparison = randomId()
  await database.transaction(async (transaction) => {
    const { comparisons = 0 } = await readOpenUse(transaction, account, useId, now())
    if (comparisons >= MOST_COMPARISONS) throw new NanshaError('TOO_MANY_COMPARISONS')
    const slot = { id: comparison, count: 1, until: new Date(now() + HOUR_MS) }
    await takeSlots(transaction, comparisonCap(account), slot, now())
    await transaction.in(USES).update(useId, { comparisons: comparisons + 1 })
    const expiresAt = new Date(now() + UPLOAD_WITHIN_MS)
    await transaction
      .in(FACE_COMPARISONS)
      .insert({ _id: comparison, staff: account, useId, isSpent: false, expiresAt })
  })
  return { comparison, upload: comparisonPath(comparison) }
}

/**
 * Compares the uploaded photo with the portrait of the citizen whose check is open. It decides nothing: the clerk does, and
 * the use remembers what the clerk had been told. Both pictures are deleted whatever comes of it.
 *
 * @throws NanshaError what {@link beginComparison} throws, INPUT_INVALID for another file, FACE_… or IMAGE_… when
 *   the photo cannot be judged, SERVICE_UNAVAILABLE
 */
export async function compareFaces(
  ports: Ports,
  account: AccountKey,
  { comparison, photo }: { readonly comparison: string; readonly photo: string },
): Promise<FacesCompared> {
  const known = await ports.database.in(FACE_COMPARISONS).get(comparison)
  if (known?.staff !== account) throw new NanshaError('USE_UNKNOWN')
  try {
    const file = (await ports.storageRoot()) + comparisonPath(comparison)
    if (photo !== file) throw new NanshaError('INPUT_INVALID', { field: 'photo' })
    const { subject } = await spend(ports, account, comparison)
    const answer = await match(ports, comparison, file, subject)
    await ports.database.transaction(async (transaction) => {
      await readOpenUse(transaction, account, known.useId, ports.now())
      await transaction.in(USES).update(known.useId, { faces: answer })
    })
    return { answer }
  } finally {
    await discardComparison(ports, known)
  }
}

function spend(
  { database, now }: Pick<Ports, 'database' | 'now'>,
  account: AccountKey,
  comparison: string,
): Promise<Use> {
  return database.transaction(async (transaction) => {
    const known = await transaction.in(FACE_COMPARISONS).get(comparison)
    if (!known || known.isSpent || known.expiresAt.getTime() <= now()) throw new NanshaError('USE_EXPIRED')
    const use = await readOpenUse(transaction, account, known.useId, now())
    await transaction.in(FACE_COMPARISONS).update(comparison, { isSpent: true })
    return use
  })
}

/** The caller's own check, while it waits for their decision and its credential is valid. */
async function readOpenUse(
  transaction: Transaction,
  account: AccountKey,
  useId: string,
  now: number,
): Promise<Use> {
  const desk = await readDesk(transaction, account)
  const use = await transaction.in(USES).get(useId)
  requireOwn(desk, use)
  if (use.staff !== account) throw new NanshaError('USE_UNKNOWN')
  requireOpenUse(desk, use, now)
  // A child's face is compared by people alone (docs/privacy.md).
  const isCompared = use.subject.child === undefined && SCENARIOS[use.scenario].discloses.includes('portrait')
  if (!isCompared) throw new NanshaError('STAFF_NOT_ENTITLED')
  await requireStillValid(transaction, use.subject)
  return use
}

async function match(
  ports: Pick<Ports, 'database' | 'now' | 'envelopes' | 'files' | 'matchFaces'>,
  comparison: string,
  photo: string,
  subject: Use['subject'],
): Promise<FaceAnswer> {
  const citizen = await openSubject(ports, subject)
  if (!citizen) throw new NanshaError('CREDENTIAL_REVOKED')
  const portrait = citizen.portrait()
  const reference = await ports.files.upload(comparedPortraitPath(comparison), portrait)
  const compared = { fileId: reference, digest: photoDigest(portrait) }
  // A portrait on record in which no face is found is a defect.
  return compareAtDesk(ports.matchFaces, photo, compared, 'SERVICE_UNAVAILABLE')
}
