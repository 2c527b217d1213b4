import type { Text } from '@nansha/kit/i18n/fill-text'
import { CARD_STATUS_WORDS, claimValue, LICENCE_STATUS_WORDS } from '@nansha/shared/claim-values'
import { CREDENTIAL_TYPES } from '@nansha/shared/credential-types'
import { type Document, numberOn } from '@nansha/shared/documents/documents'
import { vehicleClasses } from '@nansha/shared/documents/driving-licence'
import { claimTitle } from '../parts/claim-titles'
import type { ShownDocument } from '../wallet/read-document'
import { TEXTS } from './texts'

/** How a document stands, in a word as well as in a colour. */
export interface Standing {
  readonly kind: 'good' | 'bad' | 'off'
  readonly word: Text
  /** What it means and what to do; nothing for one that is good. */
  readonly text?: Text
}

/**
 * @param isIdentityValid a document is valid only together with the identity
 * @param now corrected time, Unix milliseconds
 */
export function standingOf(
  { document, expiresAt }: ShownDocument,
  isIdentityValid: boolean,
  now: number,
): Standing {
  if (!isIdentityValid) return { kind: 'off', word: TEXTS.frozen, text: TEXTS.frozenText }
  if (expiresAt * 1000 <= now) return { kind: 'off', word: TEXTS.expired, text: TEXTS.expiredText }
  const status = statusOf(document)
  const word =
    'licence_status' in document
      ? LICENCE_STATUS_WORDS[document.licence_status]
      : CARD_STATUS_WORDS[document.card_status]
  return status === 'normal' ? { kind: 'good', word } : { kind: 'bad', word, text: TEXTS.status[status] }
}

function statusOf(document: Document) {
  return 'licence_status' in document ? document.licence_status : document.card_status
}

/** What a card of this type has large on its face. */
export function headline(document: Document): string {
  return 'driving_privileges' in document ? vehicleClasses(document) : document.card_number
}

export interface DocumentLine {
  readonly label: Text
  readonly value: Text
}

/** Everything that a document says, as its type orders it, but what its card shows already. */
export function linesOf({ type, document }: ShownDocument): DocumentLine[] {
  const onCard = ['name', 'licence_status', 'card_status']
  return CREDENTIAL_TYPES[type].claims.flatMap(({ path: [name] }) => {
    const value = document[name as keyof Document] as unknown
    if (value === undefined || onCard.includes(name)) return []
    const text = name === 'driving_privileges' ? headline(document) : String(value)
    return [
      {
        label: claimTitle(name === 'address' ? 'address.formatted' : name, type),
        value: claimValue(name, text),
      },
    ]
  })
}

/** The last four characters of the number that the document bears. */
export function lastFour(document: Document): string {
  return numberOn(document).slice(-4)
}

/** A title as it is written amid a sentence. */
export function inSentence(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1)
}
