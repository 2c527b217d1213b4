import { type TextLine, textOf } from '../text/recognise-text'

/** In the titles of documents that look like a card of identity, have a number of another kind, and are not read here. */
const TITLES = ['永久居留', '驾驶证', '来往内地通行证', '来往大陆通行证', '社会保障卡', '护照']

/** Whether a card that could not be read says itself that it is another document: no better photo will help. */
export function namesAnotherDocument(lines: readonly TextLine[]): boolean {
  return lines.some((line) => TITLES.some((title) => textOf(line).includes(title)))
}
