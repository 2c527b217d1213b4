import { type CSSProperties, useMemo, useRef, useState } from 'react'
import { Cast } from './cast'
import { CitizenPhone } from './citizen-phone'
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
          <CitizenPhone
            key={person.id}
            texts={texts}
            language={language}
            person={person}
            cameras={cameras}
            frame={citizen}
            card={card}
            face={face}
            deskScreen={visit.scans ? undefined : visit.deskScreen}
          >
            <Cast
              texts={texts}
              people={visitor.people}
              person={person}
              faceOf={visitor.faceOf}
              onPerson={visitor.choose}
              onFaceOf={visitor.setFaceOf}
              onMakeOwn={() => setMakingOwn(true)}
              onIssued={() => citizen.current?.contentWindow?.location.reload()}
            />
          </CitizenPhone>
        )}
        <DeskPhone texts={texts} language={language} visit={visit} camera={cameras.desk} frame={companion}>
          <Guide texts={texts} language={language} desk={visit.desk} done={visit.done} />
        </DeskPhone>
      </main>
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
