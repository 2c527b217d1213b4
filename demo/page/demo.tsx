import { type CSSProperties, useMemo, useRef, useState } from 'react'
import { Authority } from './authority'
import { Cast } from './cast'
import { CitizenPhone, type CitizenPhoneProps } from './citizen-phone'
import { Computer } from './computer'
import { DeskPhone } from './desk-phone'
import { Guide } from './guide'
import { Header } from './header'
import { OwnCard } from './own-card'
import { type Language, TEXTS } from './texts'
import { useDeskVisit } from './use-desk-visit'
import { useLook } from './use-look'
import { usePhoneScale } from './use-phone-scale'
import { useVisitor } from './use-visitor'
import { VirtualCamera } from './virtual-camera'

/** Two phones, whom they belong to, and what is before their cameras. */
export function Demo() {
  const [language, setLanguage] = useState<Language>(navigator.language.startsWith('zh') ? 'zh' : 'en')
  const texts = TEXTS[language]
  const [makingOwn, setMakingOwn] = useState(false)
  const citizen = useRef<HTMLIFrameElement>(null)
  const companion = useRef<HTMLIFrameElement>(null)
  const scale = usePhoneScale()
  const cameras = useMemo(
    () => ({ front: new VirtualCamera(), back: new VirtualCamera(), desk: new VirtualCamera() }),
    [],
  )
  const visitor = useVisitor()
  const { person, card, face } = visitor
  useLook(cameras.front, face.scene)
  useLook(cameras.back, card.scene)
  const visit = useDeskVisit(cameras, { card: card.scene, face: face.scene }, citizen, companion)

  return (
    <>
      <Header texts={texts} language={language} onLanguage={setLanguage} />
      <main style={{ '--scale': scale } as CSSProperties}>
        {visitor.failure && <p role="alert">{visitor.failure}</p>}
        {person && (
          <VisitorPhone
            key={person.id}
            texts={texts}
            language={language}
            visitor={visitor}
            person={person}
            cameras={cameras}
            frame={citizen}
            deskScreen={visit.scans ? undefined : visit.deskScreen}
            onMakeOwn={() => setMakingOwn(true)}
          />
        )}
        <DeskPhone texts={texts} language={language} visit={visit} camera={cameras.desk} frame={companion}>
          <Guide texts={texts} language={language} desk={visit.desk} done={visit.done} />
        </DeskPhone>
      </main>
      {visit.desk.scenario === 'hotel' && <Authority texts={texts} />}
      <Computer texts={texts} camera={cameras.back} />
      {makingOwn && (
        <OwnCard
          texts={texts}
          onCancel={() => setMakingOwn(false)}
          onMade={(made, video) => {
            visitor.playSelf(made, video)
            setMakingOwn(false)
          }}
        />
      )}
    </>
  )
}

interface VisitorPhoneProps extends Omit<CitizenPhoneProps, 'card' | 'face' | 'children'> {
  readonly visitor: ReturnType<typeof useVisitor>
  readonly onMakeOwn: () => void
}

/** The phone of whoever plays the citizen, above the choice of who that is. */
function VisitorPhone({ visitor, onMakeOwn, ...phone }: VisitorPhoneProps) {
  const { card, face } = visitor
  return (
    <CitizenPhone {...phone} card={card} face={face}>
      <Cast
        texts={phone.texts}
        people={visitor.people}
        person={phone.person}
        faceOf={visitor.faceOf}
        onPerson={visitor.choose}
        onFaceOf={visitor.setFaceOf}
        onMakeOwn={onMakeOwn}
        onIssued={() => phone.frame.current?.contentWindow?.location.reload()}
      />
    </CitizenPhone>
  )
}
