import { type ReactNode, type RefObject, useState } from 'react'
import { BroughtChoice } from './brought'
import { Desks } from './desks'
import { HotelEvening } from './hotel-evening'
import { Phone } from './phone'
import type { Language, Texts } from './texts'
import type { useDeskVisit } from './use-desk-visit'
import type { HeldScreen } from './use-held-screen'
import type { VirtualCamera } from './virtual-camera'

/** The right phone: the companion of one desk, with what is held before its camera. */
export function DeskPhone(props: {
  readonly texts: Texts
  readonly language: Language
  readonly visit: ReturnType<typeof useDeskVisit>
  readonly camera: VirtualCamera
  readonly frame: RefObject<HTMLIFrameElement>
  /** What to do at this desk. */
  readonly children: ReactNode
}) {
  const { texts, camera } = props
  const { desk, goTo, citizenScreen, scans, brought, bring } = props.visit
  return (
    <Phone
      texts={texts}
      title={texts.desk}
      app="verifier"
      profile={desk.profile}
      language={props.language}
      frame={props.frame}
      cameras={{ front: camera, back: camera }}
    >
      <Desks texts={texts} language={props.language} desk={desk} onDesk={goTo} />
      {(scans || desk.enrols) && (
        <HoldCode key={desk.profile} texts={texts} screen={citizenScreen} takesOld={scans} />
      )}
      {desk.enrols && <BroughtChoice texts={texts} brought={brought} onBring={bring} />}
      {!scans && !desk.enrols && <p className="hint">{texts.startsHere}</p>}
      {desk.scenario === 'hotel' && <HotelEvening texts={texts} />}
      {props.children}
    </Phone>
  )
}

/** Holds the citizen's screen, or an old picture of it, before the desk's camera. */
function HoldCode(props: {
  readonly texts: Texts
  readonly screen: HeldScreen
  /** The desk reads tickets, of which an old picture is worth nothing. */
  readonly takesOld: boolean
}) {
  const { texts, screen } = props
  const [note, setNote] = useState('')
  return (
    <>
      <button
        type="button"
        disabled={screen.holding}
        onClick={() => setNote(screen.hold() ? '' : texts.noCode)}
      >
        {screen.holding ? texts.holding : texts.hold}
      </button>
      {props.takesOld && (
        <button
          type="button"
          className="quiet"
          disabled={screen.holding}
          onClick={() => setNote(screen.showOld() ? '' : texts.noOld)}
        >
          {texts.old}
        </button>
      )}
      {note && <p role="alert">{note}</p>}
    </>
  )
}
