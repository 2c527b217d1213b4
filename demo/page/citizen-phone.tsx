import { type ReactNode, type RefObject, useState } from 'react'
import { Acts } from './acts'
import type { PhoneCameras } from './install-cameras'
import type { Person } from './people'
import { Phone } from './phone'
import type { Language, Texts } from './texts'
import type { LyingCard } from './use-card'
import type { Face } from './use-face'
import type { HeldScreen } from './use-held-screen'

export interface CitizenPhoneProps {
  readonly texts: Texts
  readonly language: Language
  readonly person: Person
  readonly cameras: PhoneCameras
  readonly frame: RefObject<HTMLIFrameElement>
  readonly card: LyingCard
  readonly face: Face
  /** The screen of a desk that begins with its own code. */
  readonly deskScreen: HeldScreen | undefined
  /** Whom the visitor plays. */
  readonly children: ReactNode
}

/** The left phone, with what is done before its cameras. */
export function CitizenPhone(props: CitizenPhoneProps) {
  const { texts, person, card, face, deskScreen } = props
  const [isBlank, setBlank] = useState(false)
  return (
    <Phone
      texts={texts}
      title={texts.citizen}
      app="citizen"
      profile={person.id}
      language={props.language}
      frame={props.frame}
      cameras={props.cameras}
    >
      {props.children}
      <p className="hint">
        {texts.numberHint} <b>{person.name}</b> <code>{person.number}</code> {texts.until} {person.validUntil}
      </p>
      <button type="button" className="quiet" onClick={card.turn}>
        {texts.turnCard}
      </button>
      {deskScreen && (
        <button type="button" disabled={deskScreen.holding} onClick={() => setBlank(!deskScreen.hold())}>
          {deskScreen.holding ? texts.aiming : texts.aim}
        </button>
      )}
      {isBlank && <p role="alert">{texts.noDeskCode}</p>}
      {face.tell ? (
        <Acts texts={texts} act={face.act} onAct={face.tell} />
      ) : (
        <p className="hint">{texts.actYourself}</p>
      )}
    </Phone>
  )
}
