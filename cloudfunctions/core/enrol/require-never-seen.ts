import { NanshaError } from '@nansha/shared/errors'
import { SEEN_FRAMES, type SeenFrame } from '../records/seen-frames'
import type { EnrolPorts } from './enrol-ports'

const REMEMBERED_MS = 180 * 24 * 3600_000

/**
 * Remembers the frames of a capture, and refuses one that was used before, in whatever enrolment: two exposures are
 * never the same to the byte.
 *
 * @param frames each with its SHA-256
 * @throws NanshaError LIVENESS_STILL
 */
export async function requireNeverSeen(
  { database, now }: Pick<EnrolPorts, 'database' | 'now'>,
  frames: readonly { readonly digest: string }[],
): Promise<void> {
  const expiresAt = new Date(now() + REMEMBERED_MS)
  const seen = database.collection<SeenFrame>(SEEN_FRAMES)
  const inserted = await Promise.all(frames.map(({ digest }) => seen.insert({ _id: digest, expiresAt })))
  if (inserted.includes('duplicate')) throw new NanshaError('LIVENESS_STILL', { which: 'selfie' })
}
