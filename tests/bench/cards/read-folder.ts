import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CONFIRM_BELOW, type Field } from '@nansha/core/document/fields/field'
import { readPortraitSide } from '@nansha/core/document/read-portrait-side'
import { decodePhoto } from '@nansha/core/document/text/decode-photo'
import type { Reader } from '@nansha/core/document/text/open-reader'
import { NanshaError } from '@nansha/shared/errors'
import type { CardResult, Truth } from './score-cards'

/** Reads every photo that `truth.json` in the folder names, one after the other. */
export async function readFolder(
  reader: Reader,
  folder: string,
  done: (file: string, truth: Truth, result: CardResult) => void,
): Promise<void> {
  const truths: Record<string, Truth> = JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8'))
  for (const [file, truth] of Object.entries(truths)) {
    done(file, truth, await readOne(reader, await readFile(join(folder, file))))
  }
}

async function readOne(reader: Reader, bytes: Uint8Array): Promise<CardResult> {
  const start = performance.now()
  try {
    const { fields } = await readPortraitSide(reader, await decodePhoto(bytes))
    if ('nationality' in fields) throw new NanshaError('CARD_OTHER_KIND')
    const word = ({ value, confidence }: Field) => ({ value, confirm: confidence < CONFIRM_BELOW })
    return {
      ms: performance.now() - start,
      fields: {
        // A name is never taken unconfirmed: characters outside the reader's dictionary come out as look-alikes.
        name: { ...word(fields.name), confirm: true },
        sex: word(fields.sex),
        ethnicity: word(fields.ethnicity),
        birth: word(fields.birthdate),
        address: word(fields.address),
        number: word(fields.number),
      },
    }
  } catch (error) {
    if (!(error instanceof NanshaError)) throw error
    return { ms: performance.now() - start, refused: error.code }
  }
}
