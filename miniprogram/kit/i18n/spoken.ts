import type { Text } from './fill-text'

/** A sentence that senior mode also says aloud, word for word. */
export interface SpokenText extends Text {
  /** Its recordings in the mini-program, without language and ending: `/enrol/voice/film/turn-left`. The web needs none. */
  readonly recording: string | undefined
}

/**
 * Rows of a table of texts that are also said aloud. `scripts/voice` records each of them in both languages, and finds them in files whose
 * names end in `texts.ts`. What is said has no holes.
 *
 * @param folder of the recordings, in the package whose pages say them; `undefined` for what only the web comes to say
 */
export function spoken<const Rows extends Readonly<Record<string, Text>>>(
  folder: string | undefined,
  rows: Rows,
): { readonly [Name in keyof Rows]: Rows[Name] & SpokenText } {
  const recordingOf = (name: string) => (folder === undefined ? undefined : `${folder}/${name}`)
  const entries = Object.entries(rows).map(([name, row]) => [name, { ...row, recording: recordingOf(name) }])
  return Object.fromEntries(entries)
}
