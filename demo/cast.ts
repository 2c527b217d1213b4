import landmarks from './cast-landmarks.json'
import type { Point } from './specimen/raster'
import { asSelfie, cropFace } from './specimen/real-faces'
import { SPECIMEN_FOREIGNER, type SpecimenForeigner } from './specimen/specimen-foreigner'
import { SPECIMEN_PEOPLE, type SpecimenPerson } from './specimen/specimen-people'

/** A specimen citizen of the demo: a synthetic identity with a real face from the npm photos. */
export interface CastMember<Person = SpecimenPerson> {
  readonly person: Person
  readonly portrait: () => Promise<Buffer>
  /** JPEG of what this person's front camera sees. */
  readonly selfie: () => Promise<Buffer>
  /** Where the 68 landmarks lie on {@link selfie}, so that it can act (specimen/act-face.ts). */
  readonly landmarks: readonly Point[]
  /** Degrees by which the head on the selfie is turned until it looks at the camera. */
  readonly facing: number
}

/** Whose portrait `cropFace` cuts out at which index. */
export const FACE_OF = { 'li-wanqing': 0, 'zhao-lin': 1, 'ouyang-ruolan': 2 } as const
const FOREIGN_FACE = 3
const SELFIE_VARIANT = 7
/** A head that looks aside at rest can turn little further to that side before its landmarks are lost. */
const FACING: Readonly<Record<keyof typeof FACE_OF, number>> = {
  'li-wanqing': 0,
  'zhao-lin': 4,
  'ouyang-ruolan': 8,
}

/** Everyone a newcomer can be, in the order shown. The photos hold women only, so the cast does too. */
export const CAST: readonly CastMember[] = SPECIMEN_PEOPLE.flatMap((person) => {
  const { id } = person
  if (!isCast(id)) return []
  const portrait = () => cropFace(FACE_OF[id])
  const selfie = async () => asSelfie(await portrait(), SELFIE_VARIANT)
  return [{ person, portrait, selfie, landmarks: pointsOf(landmarks[id]), facing: FACING[id] }]
})

/** A foreign permanent resident, beside them. */
export const FOREIGNER: CastMember<SpecimenForeigner> = {
  person: SPECIMEN_FOREIGNER,
  portrait: () => cropFace(FOREIGN_FACE),
  selfie: async () => asSelfie(await cropFace(FOREIGN_FACE), SELFIE_VARIANT),
  landmarks: pointsOf(landmarks['anna-maria']),
  facing: 0,
}

function isCast(id: string): id is keyof typeof FACE_OF {
  return id in FACE_OF
}

function pointsOf(pairs: readonly number[][]): Point[] {
  return pairs.map(([x = 0, y = 0]) => ({ x, y }))
}
