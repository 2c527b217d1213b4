import { NanshaError } from '@nansha/shared/errors'
import { SEEN_FRAMES, type SeenFrame } from '../records/seen-frames'
import type { EnrolPorts } from './enrol-ports'

const REMEMBERED_MS = 180 * 24 * 3600_000

/**
 * Remembers the frames of a capture, and refuses one that was used before, in whatever enrolment: two exposures are
 * never the same to the byte.
 *
 * @param digests SHA-256 of each frame
 * @throws NanshaError LIVENESS_STILL
 */
export async function requireNeverSeen(
  { database, now }: Pick<EnrolPorts, 'database' | 'now'>,
  digests: readonly string[],
): Promise<void> {
  const expiresAt = new Date(now() + REMEMBERED_MS)
  const seen = database.collection<SeenFrame>(SEEN_FRAMES)
  const inserted = await Promise.all(digests.map((_id) => seen.insert({ _id, expiresAt })))
  if (inserted.includes('duplicate')) throw new NanshaError('LIVENESS_STILL', { which: 'selfie' })
}
