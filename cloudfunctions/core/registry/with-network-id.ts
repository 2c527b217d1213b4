import type { RegistryDecision } from '../records/decisions'
import type { AskNetworkId } from './network-id'
import { photoForRegistry } from './photo-for-registry'
import type { FilmingRegistry, NetworkIdApplication } from './population-registry'

/**
 * A registry that films the person itself and gives no picture, and the national network ID beside it: the one says that
 * name and number are of the living person, the other that the face which desks will see is of the holder whose masked name
 * and number it tells. Both must say yes.
 *
 * Both are always asked, and at once: were the second asked only after a yes of the first, then whoever makes it fail on
 * purpose would learn what the first had said, without a try being counted.
 */
export function withNetworkId(
  filming: FilmingRegistry,
  application: NetworkIdApplication,
  ask: AskNetworkId,
): FilmingRegistry {
  return {
    ...filming,
    assurance: 'face+registry',
    networkId: application,
    async compare(applicant) {
      const { name, idNumber, session, idCardAuthData, photos } = applicant
      if (!session || idCardAuthData === null) return 'refused'
      const photo = photoForRegistry(await photos.shown())
      const { serial } = session
      const [filmed, identified] = await Promise.all([
        filming.compare(applicant),
        ask({ name, idNumber, serial, idCardAuthData, photo }),
      ])
      return weaker(filmed, identified)
    },
  }
}

const STRENGTH: readonly RegistryDecision[] = ['refused', 'unsure', 'confirmed']

function weaker(one: RegistryDecision, other: RegistryDecision): RegistryDecision {
  return STRENGTH.indexOf(one) < STRENGTH.indexOf(other) ? one : other
}
