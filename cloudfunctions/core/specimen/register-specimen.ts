import type { SpecimenEvent } from '@nansha/shared/api/specimen'
import { NanshaError } from '@nansha/shared/errors'
import { parseResidentNumber } from '@nansha/shared/resident-number'
import type { Envelopes } from '../crypto/envelope'
import type { RandomId } from '../function/random-id'
import type { Database } from '../platform/database'
import type { Files } from '../platform/files'
import { SPECIMEN_PERSON, SPECIMENS, type SpecimenPerson } from '../records/specimens'

export interface SpecimenPorts {
  readonly database: Database
  readonly files: Files
  readonly envelopes: Envelopes
  readonly randomId: RandomId
}

/**
 * Puts a synthetic citizen into the embedded registry, or replaces the one with the same number.
 *
 * @throws NanshaError NUMBER_…, IMAGE_UNREADABLE
 */
export async function registerSpecimen(ports: SpecimenPorts, event: SpecimenEvent): Promise<void> {
  const number = parseResidentNumber(event.idNumber)
  if (!number.ok) throw new NanshaError(number.code)
  const portrait = Buffer.from(event.portrait, 'base64')
  if (!isJpeg(portrait)) throw new NanshaError('IMAGE_UNREADABLE')

  const id = number.number
  const specimens = ports.database.in(SPECIMENS)
  const former = await specimens.get(id)
  const { name, ethnicity, address, documents, household } = event
  const person: SpecimenPerson = {
    name,
    ...(address !== undefined && { address }),
    ...(ethnicity !== undefined && { ethnicity }),
    ...(documents && { documents }),
    ...(household && { household }),
  }
  await specimens.put({
    _id: id,
    person: SPECIMEN_PERSON.seal(ports.envelopes, id, person),
    portraitFile: await ports.files.upload(`specimens/${ports.randomId()}`, portrait),
  })
  if (former) await ports.files.remove([former.portraitFile])
}

function isJpeg(bytes: Buffer): boolean {
  return bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))
}
