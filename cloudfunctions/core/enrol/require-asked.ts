import { NanshaError } from '@nansha/shared/errors'
import { identityDocumentOf } from '@nansha/shared/identity-document'
import type { PopulationRegistry } from '../registry/population-registry'

/**
 * A registry is never asked about a document of a kind that it does not answer for: its *no* would be said of the person.
 *
 * @param number parsed
 * @throws NanshaError CARD_COUNTER_ONLY
 */
export function requireAsked({ documents }: Pick<PopulationRegistry, 'documents'>, number: string): void {
  if (!documents.includes(identityDocumentOf(number))) throw new NanshaError('CARD_COUNTER_ONLY')
}
