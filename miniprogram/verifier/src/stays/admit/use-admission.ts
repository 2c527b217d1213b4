import { discardPicture, type Picture } from '@nansha/kit/camera/picture'
import { codeOf } from '@nansha/kit/cloud/ask'
import { uploadFile } from '@nansha/kit/cloud/cloud'
import { useAsk } from '@nansha/kit/cloud/use-ask'
import { type Task, useTask } from '@nansha/kit/state/use-task'
import type {
  DocumentRead,
  GuestDocument,
  MinorDuties,
  PhotographedDocument,
} from '@nansha/shared/api/guest-document'
import type { StaysEvent } from '@nansha/shared/api/stays'
import type { FaceAnswer } from '@nansha/shared/api/verify'
import { useRef, useState } from 'react'
import { drawId } from '../../parts/draw-id'
import { useStays } from '../use-stays'
import { compareWithCard, type PhotoOf, readByPhoto } from './read-by-photo'
import { type Typed, toDocument, toReadGuest } from './typed-document'

/** A guest of a party who is registered again. */
export interface Corrected {
  readonly stay: string
  readonly guest: string
  readonly revision: number
}

export interface Admission extends Pick<Task, 'isRunning' | 'failure'> {
  readonly kind: GuestDocument['kind']
  readonly typed: Typed
  /** What a photo said; then the rest of the document is not typed. */
  readonly read: DocumentRead | undefined
  /** What a comparison of the faces told. */
  readonly faces: FaceAnswer | undefined
  /** Something is missing, or no document has it. */
  readonly isMalformed: boolean
  /** A correction names a minor, for whom the duties are done again. */
  readonly needsDuties: boolean
  choose(kind: GuestDocument['kind']): void
  type(changed: Typed): void
  photograph(document: PhotographedDocument, picture: Picture): Promise<void>
  compare(picture: Picture): Promise<FaceAnswer>
  /** Forgets what was read. */
  typeInstead(): void
  /**
   * @param done is told the stay for which the guest was registered
   * @param duties of a correction that names a minor
   */
  register(done: (stay: string) => void, duties?: MinorDuties): void
}

/** What a clerk does with a document on the desk: photographs or types it, compares, registers. */
export function useAdmission(stay: string | undefined, corrected: Corrected | undefined): Admission {
  const ask = useStays()
  const ports = { ask: useAsk(), uploadFile, discardPicture }
  const [kind, setKind] = useState<GuestDocument['kind']>('card')
  const [typed, setTyped] = useState<Typed>({})
  const [read, setRead] = useState<DocumentRead>()
  const [faces, setFaces] = useState<FaceAnswer>()
  const { drawn, draw } = useDrawnGuest(stay)
  const registration = useRegistration(corrected, draw)

  const forget = (next: DocumentRead | undefined) => {
    setRead(next)
    setFaces(undefined)
    registration.setMalformed(false)
  }

  return {
    kind,
    typed,
    read,
    faces,
    isMalformed: registration.isMalformed,
    needsDuties: registration.needsDuties,
    isRunning: registration.isRunning,
    ...(registration.failure && { failure: registration.failure }),
    choose(chosen) {
      setKind(chosen)
      registration.setNeedsDuties(false)
    },
    type(changed) {
      setTyped({ ...typed, ...changed })
      registration.setNeedsDuties(false)
    },
    async photograph(document, picture) {
      const found = await readByPhoto(ports, await draw(), document, picture)
      const { kind: _kind, last4: _last4, ...fields } = found
      // What the photo did not tell leaves what was typed before.
      const told = Object.entries(fields).filter(([, value]) => value !== '')
      setTyped({ ...typed, ...Object.fromEntries(told) })
      forget(found)
    },
    async compare(picture) {
      const answer = await compareWithCard(ports, await draw(), picture)
      setFaces(answer)
      return answer
    },
    typeInstead() {
      // Where this does not arrive, the cloud forgets it by itself after some minutes.
      if (read && drawn.current)
        ask({ action: 'discard-read', guest: drawn.current.guest }).catch(() => undefined)
      forget(undefined)
    },
    register: (done, duties) => registration.register({ kind, typed, read }, done, duties),
  }
}

/** Registers the guest, and knows what the last try still lacks. */
function useRegistration(corrected: Corrected | undefined, draw: () => Promise<PhotoOf>) {
  const ask = useStays()
  const [isMalformed, setMalformed] = useState(false)
  const [needsDuties, setNeedsDuties] = useState(false)
  const { isRunning, failure, run } = useTask()
  return {
    isMalformed,
    setMalformed,
    needsDuties,
    setNeedsDuties,
    isRunning,
    failure,
    register: (described: Described, done: (stay: string) => void, duties: MinorDuties | undefined) =>
      run(async () => {
        const event = registrationOf(described, corrected && { ...corrected, duties }, await draw())
        setMalformed(event === undefined)
        if (event === undefined) return
        await ask(event).catch((error: unknown) => {
          setNeedsDuties(codeOf(error) === 'MINOR_DUTIES_MISSING' || duties !== undefined)
          throw error
        })
        done(corrected?.stay ?? (await draw()).stay)
      }),
  }
}

/** The ids of a guest and of their stay, drawn once, so that a second press after a lost answer registers no second guest. */
function useDrawnGuest(stay: string | undefined) {
  const drawn = useRef<PhotoOf>()
  const draw = async (): Promise<PhotoOf> => {
    drawn.current ??= { stay: stay ?? (await drawId()), guest: await drawId() }
    return drawn.current
  }
  return { drawn, draw }
}

/** The document as it was typed or photographed. */
type Described = Pick<Admission, 'kind' | 'typed' | 'read'>

/** @returns what is sent to register the guest; `undefined` while something is missing or malformed */
function registrationOf(
  { kind, typed, read }: Described,
  corrected: (Corrected & { readonly duties: MinorDuties | undefined }) | undefined,
  of: PhotoOf,
): StaysEvent | undefined {
  if (read) {
    const document = toReadGuest(read, typed)
    return document && { action: 'admit-read', ...of, document }
  }
  const document = toDocument(kind, typed)
  if (!document) return undefined
  return corrected
    ? { action: 'correct-guest', ...corrected, document }
    : { action: 'admit', ...of, document }
}
