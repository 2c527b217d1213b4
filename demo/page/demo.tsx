import { SCENARIOS } from '@nansha/shared/scenarios'
import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react'
import { DESKS, type DemoDesk } from '../desks'
import { Cast } from './cast'
import { CitizenPhone } from './citizen-phone'
import { Computer } from './computer'
import { type Brought, DeskPhone } from './desk-phone'
import { Guide, useProgress } from './guide'
import { OwnCard } from './own-card'
import { type Person, usePeople } from './people'
import { type Language, TEXTS } from './texts'
import { useCard } from './use-card'
import { useFace } from './use-face'
import { useHeldScreen } from './use-held-screen'
import { usePhoneScale } from './use-phone-scale'
import { type Scene, VirtualCamera } from './virtual-camera'

/** Two phones, whom they belong to, and what is before their cameras. */
export function Demo() {
  const [language, setLanguage] = useState<Language>(navigator.language.startsWith('zh') ? 'zh' : 'en')
  const texts = TEXTS[language]
  const { people, failure, add } = usePeople()
  const [chosen, choose] = useState<Person>()
  const [faceOf, setFaceOf] = useState<'own' | 'other'>('own')
  const [makingOwn, setMakingOwn] = useState(false)
  const [desk, setDesk] = useState<DemoDesk>(DESKS[0])
  const [brought, bring] = useState<Brought>('nothing')
  const webcam = useRef<HTMLVideoElement>()
  const citizen = useRef<HTMLIFrameElement>(null)
  const companion = useRef<HTMLIFrameElement>(null)

  const scale = usePhoneScale()

  const person = chosen ?? people[0]
  const own = person?.id.startsWith('own-') ? webcam.current : person
  const other = people.find(({ id, landmarks }) => landmarks && id !== person?.id)
  const card = useCard(person)
  const face = useFace(faceOf === 'own' ? own : other)
  const cameras = useMemo(
    () => ({ front: new VirtualCamera(), back: new VirtualCamera(), desk: new VirtualCamera() }),
    [],
  )
  useLook(cameras.front, face.scene)
  useLook(cameras.back, card.scene)
  useLook(cameras.desk, { nothing: undefined, card: card.scene, face: face.scene }[brought])

  const citizenScreen = useHeldScreen(cameras.desk, citizen)
  const deskScreen = useHeldScreen(cameras.back, companion)
  const scans = SCENARIOS[desk.scenario].startsFrom === 'holder-qr'
  const done = useProgress(desk, citizen, companion, scans ? citizenScreen : deskScreen)

  const goTo = (there: DemoDesk) => {
    citizenScreen.putAway()
    deskScreen.putAway()
    bring('nothing')
    setDesk(there)
  }

  return (
    <>
      <header>
        <div>
          <h1>{texts.title}</h1>
          <p>{texts.subtitle}</p>
        </div>
        <button type="button" className="quiet" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
          {language === 'zh' ? 'English' : '中文'}
        </button>
      </header>
      <main style={{ '--scale': scale } as CSSProperties}>
        {failure && <p role="alert">{failure}</p>}
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
            deskScreen={scans ? undefined : deskScreen}
          >
            <Cast
              texts={texts}
              people={people}
              person={person}
              faceOf={faceOf}
              onPerson={choose}
              onFaceOf={setFaceOf}
              onMakeOwn={() => setMakingOwn(true)}
              onIssued={() => citizen.current?.contentWindow?.location.reload()}
            />
          </CitizenPhone>
        )}
        <DeskPhone
          texts={texts}
          language={language}
          desk={desk}
          onDesk={goTo}
          cameras={{ front: cameras.desk, back: cameras.desk }}
          frame={companion}
          citizenScreen={citizenScreen}
          scans={scans}
          brought={brought}
          onBring={(what) => {
            citizenScreen.putAway()
            bring(what)
          }}
        >
          <Guide texts={texts} language={language} desk={desk} done={done} />
        </DeskPhone>
      </main>
      <Computer texts={texts} camera={cameras.back} />
      {makingOwn && (
        <OwnCard
          texts={texts}
          onCancel={() => setMakingOwn(false)}
          onMade={(made, video) => {
            webcam.current = video
            add(made)
            choose(made)
            setMakingOwn(false)
          }}
        />
      )}
    </>
  )
}

function useLook(camera: VirtualCamera, scene: Scene | undefined): void {
  useEffect(() => {
    camera.look(scene)
    return () => camera.look(undefined)
  }, [camera, scene])
}
