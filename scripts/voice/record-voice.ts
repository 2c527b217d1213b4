import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { REPOSITORY } from '../project-folders'
import type { App } from '../spawn-taro'
import { asHeard } from './as-heard'
import { encodeMp3 } from './encode-mp3'
import { findSpoken, type Sentence } from './find-spoken'
import { createVoice } from './synthesise'

/**
 * Records what a mini-program says: one file a sentence and language. The same sentences always give the same bytes.
 *
 * @param folder in which the files lie as they will in the built mini-program
 * @returns whether the app says anything; if not, there is no folder
 */
export async function recordVoice(app: App, folder: string): Promise<boolean> {
  const sentences = await findSpoken(path.join(REPOSITORY, 'miniprogram', app, 'src'))
  for (const language of ['zh', 'en'] as const)
    await recordAll(
      sentences.filter((sentence) => sentence.language === language),
      language,
      folder,
    )
  return sentences.length > 0
}

async function recordAll(
  sentences: readonly Sentence[],
  language: Sentence['language'],
  folder: string,
): Promise<void> {
  if (sentences.length === 0) return
  const say = await createVoice(language)
  for (const { words, file } of sentences) {
    const to = path.join(folder, file)
    await mkdir(path.dirname(to), { recursive: true })
    await writeFile(to, encodeMp3(say(asHeard(words)), words))
  }
}
