/** A Chinese title may mark where its phrases end, by a character that nobody sees. */
const PHRASE_END = '\u200b'

/** @returns the words as they are said */
export function withoutPhraseEnds(words: string): string {
  return words.split(PHRASE_END).join('')
}

/** @returns the classes of a title; one that marks its phrases is broken between them (base.scss) */
export function titleClass(name: string, title: string): string {
  return title.includes(PHRASE_END) ? `${name} kit-phrases` : name
}
