import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { withoutPhraseEnds } from '@nansha/kit/ui/title-class'
import * as v from 'valibot'

const SpokenText = v.object({ zh: v.string(), en: v.string(), recording: v.string() })

/** One sentence in one language. */
export interface Sentence {
  readonly words: string
  readonly language: 'zh' | 'en'
  /** Below the folder of a built mini-program: `enrol/voice/film/turn-left.zh.mp3`. */
  readonly file: string
}

/**
 * Every sentence that an app says, out of the tables that the screens show: what is heard cannot differ from what is read.
 *
 * @param source folder of the app's sources
 * @returns all Chinese ones first, each in the order of their files
 * @throws Error for a sentence with holes, for two that would have one recording, and for a recording that lies elsewhere than the pages of
 * its table: a page reaches files of its own package and of the main one
 */
export async function findSpoken(source: string): Promise<Sentence[]> {
  const files = await readdir(source, { recursive: true })
  const found = new Map<string, v.InferOutput<typeof SpokenText>>()
  for (const file of files.filter((name) => name.endsWith('texts.ts')).sort()) {
    const tables: object = await import(pathToFileURL(path.join(source, file)).href)
    for (const text of spokenIn(tables)) {
      const other = found.get(text.recording)
      if (other && other.zh + other.en !== text.zh + text.en)
        throw new Error(`${text.recording} would be the recording of "${other.zh}" and of "${text.zh}".`)
      if (!text.recording.startsWith(`/${file.split(path.sep)[0]}/`))
        throw new Error(`${text.recording} is said by ${file}, and must lie in the same folder.`)
      if (/[{}]/.test(text.zh + text.en)) throw new Error(`"${text.zh}" cannot be recorded: it has a hole.`)
      found.set(text.recording, text)
    }
  }
  const rows = [...found.values()].sort((a, b) => (a.recording < b.recording ? -1 : 1))
  return (['zh', 'en'] as const).flatMap((language) =>
    rows.map((row) => ({
      words: withoutPhraseEnds(row[language]),
      language,
      file: `${row.recording.slice(1)}.${language}.mp3`,
    })),
  )
}

function spokenIn(value: unknown): v.InferOutput<typeof SpokenText>[] {
  if (typeof value !== 'object' || value === null) return []
  if (v.is(SpokenText, value)) return [value]
  return Object.values(value).flatMap(spokenIn)
}
