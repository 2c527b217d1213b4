import type { SpecimenEvent } from '@nansha/shared/api/specimen'
import { NanshaError } from '@nansha/shared/errors'
import { parseResidentNumber } from '@nansha/shared/resident-number'
import { type BlindIndex, numberIndex } from '../crypto/blind-index'
import type { Envelopes } from '../crypto/envelope'
import type { RandomId } from '../function/random-id'
import type { Database } from '../platform/database'
import type { Files } from '../platform/files'
import { SPECIMENS, type Specimen, type SpecimenPerson } from '../records/specimens'
import { specimenPlace } from '../registry/specimen-registry'

export interface SpecimenPorts {
  readonly database: Database
  readonly files: Files
  readonly index: BlindIndex
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

  const id = numberIndex(ports.index, number.number)
  const specimens = ports.database.collection<Specimen>(SPECIMENS)
  const former = await specimens.get(id)
  const { name, ethnicity, address } = event
  const person: SpecimenPerson = { name, address, ...(ethnicity !== undefined && { ethnicity }) }
  await specimens.put({
    _id: id,
    person: ports.envelopes.sealJson(specimenPlace(id), person),
    portraitFile: await ports.files.upload(`specimens/${ports.randomId()}`, portrait),
  })
  if (former) await ports.files.remove([former.portraitFile])
}

function isJpeg(bytes: Buffer): boolean {
  return bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))
}
