import { discardUploads } from '../enrol/close-enrolment'
import { ENROLMENTS, type Enrolment } from '../records/enrolments'
import type { SweepPorts } from './sweep'

/** An upload that was let in just before the end may still be on its way: its file is deleted after it arrived. */
const UPLOADS_LAND_WITHIN_MS = 10 * 60_000

/**
 * Deletes the photos, then the record, of every enrolment past its time, decided or not. A record whose photos could not
 * be deleted stays for the next round.
 */
export async function sweepEnrolments(ports: SweepPorts): Promise<number> {
  const { database } = ports
  const enrolments = database.collection<Enrolment>(ENROLMENTS)
  const before = new Date(ports.now() - UPLOADS_LAND_WITHIN_MS)
  let swept = 0
  for await (const { _id } of enrolments.scan({ expiresAt: database.command.lt(before) })) {
    await discardUploads(ports, _id)
    await enrolments.remove(_id)
    swept++
  }
  return swept
}
