import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import type { DemoDesk } from '../desks'
import { Desks } from './desks'
import type { PhoneCameras } from './install-cameras'
import { Phone } from './phone'
import type { Language, Texts } from './texts'
import type { HeldScreen } from './use-held-screen'

/** What a person who enrols at the counter puts before the officer's camera. */
export const BROUGHT = ['nothing', 'card', 'face'] as const
export type Brought = (typeof BROUGHT)[number]

/** The right phone: the companion of one desk, with what is held before its camera. */
export function DeskPhone(props: {
  readonly texts: Texts
  readonly language: Language
  readonly desk: DemoDesk
  readonly onDesk: (desk: DemoDesk) => void
  readonly cameras: PhoneCameras
  readonly frame: RefObject<HTMLIFrameElement>
  readonly citizenScreen: HeldScreen
  /** The desk reads codes off the citizen's phone. */
  readonly scans: boolean
  readonly brought: Brought
  readonly onBring: (brought: Brought) => void
  /** What to do at this desk. */
  readonly children: ReactNode
}) {
  const { texts, desk, citizenScreen, scans, brought } = props
  const [note, setNote] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the note is about one desk, and goes when another is chosen.
  useEffect(() => setNote(''), [desk])
  return (
    <Phone
      texts={texts}
      title={texts.desk}
      app="verifier"
      profile={desk.profile}
      language={props.language}
      frame={props.frame}
      cameras={props.cameras}
    >
      <Desks texts={texts} language={props.language} desk={desk} onDesk={props.onDesk} />
      {(scans || desk.enrols) && (
        <button
          type="button"
          disabled={citizenScreen.holding}
          onClick={() => setNote(citizenScreen.hold() ? '' : texts.noCode)}
        >
          {citizenScreen.holding ? texts.holding : texts.hold}
        </button>
      )}
      {scans && (
        <button
          type="button"
          className="quiet"
          disabled={citizenScreen.holding}
          onClick={() => setNote(citizenScreen.showOld() ? '' : texts.noOld)}
        >
          {texts.old}
        </button>
      )}
      {desk.enrols && (
        <fieldset>
          <legend>{texts.brings}</legend>
          {BROUGHT.map((what) => (
            <label key={what}>
              <input type="radio" checked={brought === what} onChange={() => props.onBring(what)} />
              {texts[what]}
            </label>
          ))}
        </fieldset>
      )}
      {!scans && !desk.enrols && <p className="hint">{texts.startsHere}</p>}
      {desk.scenario === 'hotel' && (
        <p className="hint">
          <a href="/authority/" target="_blank" rel="noreferrer">
            {texts.authority}
          </a>
        </p>
      )}
      {note && <p role="alert">{note}</p>}
      {props.children}
    </Phone>
  )
}
