import type { FaceEngine } from '@nansha/core/face/face-engine'
import { FaceError } from '@nansha/core/face/face-error'
import { MatchError, matchPhotos } from '@nansha/core/face/match-photos'
import { takePortrait } from '@nansha/core/face/take-portrait'
import { type Caller, isFunctionCall } from '@nansha/core/platform/caller'
import * as v from 'valibot'

const FileId = v.pipe(v.string(), v.minLength(1), v.maxLength(512))
const Event = v.variant('action', [
  v.object({ action: v.literal('match'), probe: FileId, reference: FileId }),
  v.object({ action: v.literal('portrait'), photo: FileId }),
])

interface Surroundings {
  caller(): Caller
  /** The bytes of a stored file, or null when there is none. */
  download(fileId: string): Promise<Uint8Array | null>
  readonly engine: Promise<FaceEngine>
}

/**
 * Face matching for other functions; citizens and staff cannot call it. It reads the files it is given and neither
 * keeps nor deletes anything: the caller owns them.
 */
export function createFaceFunction({ caller, download, engine }: Surroundings) {
  return async (event: unknown): Promise<object> => {
    if (!isFunctionCall(caller())) return { ok: false, code: 'CALLER_FORBIDDEN' }
    const input = v.safeParse(Event, event)
    if (!input.success) return { ok: false, code: 'INPUT_INVALID' }
    if (input.output.action === 'portrait') return portrait(await engine, await download(input.output.photo))
    const { probe, reference } = input.output
    const [live, known] = await Promise.all([download(probe), download(reference)])
    if (!live) return { ok: false, code: 'IMAGE_MISSING', which: 'probe' }
    if (!known) return { ok: false, code: 'IMAGE_MISSING', which: 'reference' }
    try {
      return { ok: true, ...(await matchPhotos(await engine, live, known)) }
    } catch (error) {
      if (error instanceof MatchError) return { ok: false, code: error.code, which: error.which }
      throw error
    }
  }
}

async function portrait(engine: FaceEngine, photo: Uint8Array | null): Promise<object> {
  if (!photo) return { ok: false, code: 'IMAGE_MISSING', which: 'probe' }
  try {
    return { ok: true, portrait: (await takePortrait(engine, photo)).toString('base64') }
  } catch (error) {
    if (error instanceof FaceError) return { ok: false, code: error.code, which: 'probe' }
    throw error
  }
}
