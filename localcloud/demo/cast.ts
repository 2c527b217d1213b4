import { asSelfie, cropFace } from '../specimen/real-faces'
import { SPECIMEN_PEOPLE, type SpecimenPerson } from '../specimen/specimen-people'

/** A specimen citizen of the demo: a synthetic identity with a real face from the npm photos. */
export interface CastMember {
  readonly person: SpecimenPerson
  readonly portrait: () => Promise<Buffer>
  /** JPEG of what this person's front camera sees. */
  readonly selfie: () => Promise<Buffer>
}

const FACE_OF: Readonly<Record<string, number>> = { 'li-wanqing': 0, 'zhao-lin': 1, 'ouyang-ruolan': 2 }
const SELFIE_VARIANT = 7

/** Everyone a newcomer can be, in the order shown. The photos hold women only, so the cast does too. */
export const CAST: readonly CastMember[] = SPECIMEN_PEOPLE.flatMap((person) => {
  const face = FACE_OF[person.id]
  if (face === undefined) return []
  const portrait = () => cropFace(face)
  return [{ person, portrait, selfie: async () => asSelfie(await portrait(), SELFIE_VARIANT) }]
})
