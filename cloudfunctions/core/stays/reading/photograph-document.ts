import type { PhotographedDocument, PhotoPlace } from '@nansha/shared/api/guest-document'
import { NanshaError } from '@nansha/shared/errors'
import type { AccountKey } from '../../records/account-key'
import { DOCUMENT_READINGS } from '../../records/document-readings'
import { readingPath } from '../../records/reading-files'
import { readDesk, requireScenario } from '../../verify/require-entitlement'
import { countPhoto, MOST_READS, READING_MS } from './open-reading'
import type { ReadingPorts } from './reading-ports'

/**
 * Gives a clerk a place for one photo of a guest's document. A further photo of the same guest gets a place of its own.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_…, READING_UNKNOWN for a guest of anybody else, ATTEMPTS_EXHAUSTED
 */
export async function photographDocument(
  { database, now, randomId }: Pick<ReadingPorts, 'database' | 'now' | 'randomId'>,
  account: AccountKey,
  asked: { readonly stay: string; readonly guest: string; readonly document: PhotographedDocument },
): Promise<PhotoPlace> {
  const place = randomId()
  await database.transaction(async (transaction) => {
    const desk = await readDesk(transaction, account)
    requireScenario(desk, 'hotel', now())
    const former = await transaction.in(DOCUMENT_READINGS).get(asked.guest)
    if (former && (former.staff !== account || former.stayId !== asked.stay))
      throw new NanshaError('READING_UNKNOWN')
    if (former && former.reads >= MOST_READS) throw new NanshaError('ATTEMPTS_EXHAUSTED')
    await countPhoto(transaction, account, now())
    await transaction.in(DOCUMENT_READINGS).put({
      _id: asked.guest,
      organisationId: desk.organisation._id,
      staff: account,
      stayId: asked.stay,
      document: asked.document,
      places: [...(former?.places ?? []), place],
      open: { place, of: 'document' },
      reads: (former?.reads ?? 0) + 1,
      comparisons: former?.comparisons ?? 0,
      // What was read before is of a photo that is being replaced.
      read: null,
      faces: null,
      expiresAt: new Date(now() + READING_MS),
    })
  })
  return { upload: readingPath(place) }
}
