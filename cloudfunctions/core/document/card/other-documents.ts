import { parsePermanentResidentNumber } from '@nansha/shared/permanent-resident-number'
import { type TextLine, textOf } from '../text/recognise-text'

/** In the titles of documents that look like a card of identity, have a number of another kind, and are not read here. */
const TITLES = ['驾驶证', '来往内地通行证', '来往大陆通行证', '社会保障卡', '护照']

/** Why no better photo will help, where a card that could not be read says itself what it is. */
export function namedOtherwise(
  lines: readonly TextLine[],
): 'CARD_OTHER_KIND' | 'CARD_SUPERSEDED' | undefined {
  const texts = lines.map(textOf)
  if (texts.some(endsInOldNumber)) return 'CARD_SUPERSEDED'
  return texts.some((text) => TITLES.some((title) => text.includes(title))) ? 'CARD_OTHER_KIND' : undefined
}

/** The number of a foreign permanent resident's card of 2017. */
function endsInOldNumber(text: string): boolean {
  const number = parsePermanentResidentNumber(text.slice(-15))
  return number.ok && number.issue === 2017
}
