import type { CastMember } from '#demo/cast'
import { photographEmblemOf, photographOf } from '#demo/photograph'
import { actedSelfie } from '../../support/acted-cast'
import type { Applicant } from './citizen-phone'

/** Somebody of the demo's cast, with a card to photograph and a face that does as asked. */
export async function applicant(member: CastMember): Promise<Applicant> {
  const { person, portrait } = member
  return {
    name: person.name,
    number: person.number,
    card: await photographOf(person, await portrait()),
    emblem: await photographEmblemOf(person),
    acting: (act) => actedSelfie(member, act),
  }
}
