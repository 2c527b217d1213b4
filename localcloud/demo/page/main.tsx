import { useEffect, useMemo, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Cast } from './cast'
import { Guide, useProgress } from './guide'
import { OwnCard } from './own-card'
import { listPeople, loadPicture, type Person } from './people'
import { Phone } from './phone'
import { photographCode } from './phone-screen'
import { phoneScene, photoScene, webcamScene } from './scenes'
import { TEXTS } from './texts'
import { VirtualCamera } from './virtual-camera'

/** How long the phone stays before the scanner, in milliseconds. */
const HOLD = 5_000
const DESK_PROFILE = 'desk1'

function Demo() {
  const [language, setLanguage] = useState<'zh' | 'en'>(navigator.language.startsWith('zh') ? 'zh' : 'en')
  const [people, setPeople] = useState<Person[]>([])
  const [person, setPerson] = useState<Person>()
  const [faceOf, setFaceOf] = useState<'own' | 'other'>('own')
  const [makingOwn, setMakingOwn] = useState(false)
  const [note, setNote] = useState('')
  const webcam = useRef<HTMLVideoElement>()
  const texts = TEXTS[language]

  useEffect(() => {
    listPeople().then(
      (found) => {
        setPeople(found)
        setPerson(found[0])
      },
      (error: Error) => setNote(error.message),
    )
  }, [])

  const cameras = useMemo(
    () => ({ front: new VirtualCamera(), back: new VirtualCamera(), desk: new VirtualCamera() }),
    [],
  )
  useFaces(cameras, people, person, faceOf, webcam.current)

  const citizen = useRef<HTMLIFrameElement>(null)
  const desk = useRef<HTMLIFrameElement>(null)
  const scanner = useScanner(cameras.desk, citizen)
  const done = useProgress(citizen, desk, scanner.shown, scanner.holding)

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
      <main>
        <aside>
          {person && (
            <Cast
              texts={texts}
              people={people}
              person={person}
              faceOf={faceOf}
              onPerson={setPerson}
              onFaceOf={setFaceOf}
              onMakeOwn={() => setMakingOwn(true)}
            />
          )}
          <Guide texts={texts} done={done} />
        </aside>
        {person && (
          <Phone
            key={person.id}
            title={texts.citizen}
            address={`/citizen/?profile=${person.id}`}
            frame={citizen}
            cameras={cameras}
          >
            <p className="hint">
              {texts.numberHint}
              <br />
              <b>{person.name}</b> <code>{person.number}</code>
            </p>
          </Phone>
        )}
        <Phone
          title={texts.desk}
          address={`/verifier/?profile=${DESK_PROFILE}`}
          frame={desk}
          cameras={{ front: cameras.desk, back: cameras.desk }}
        >
          <button
            type="button"
            disabled={scanner.holding}
            onClick={() => setNote(scanner.hold() ? '' : texts.noCode)}
          >
            {scanner.holding ? texts.holding : texts.hold}
          </button>
          <button
            type="button"
            className="quiet"
            disabled={scanner.holding}
            onClick={() => setNote(scanner.showOld() ? '' : texts.noOld)}
          >
            {texts.old}
          </button>
          {note && <p role="alert">{note}</p>}
        </Phone>
      </main>
      {makingOwn && (
        <OwnCard
          texts={texts}
          onCancel={() => setMakingOwn(false)}
          onMade={(own, video) => {
            webcam.current = video
            setPeople([...people, own])
            setPerson(own)
            setMakingOwn(false)
          }}
        />
      )}
    </>
  )
}

/** Points the citizen's cameras: the card before the back camera, a face before the front one. */
function useFaces(
  cameras: { front: VirtualCamera; back: VirtualCamera },
  people: readonly Person[],
  person: Person | undefined,
  faceOf: 'own' | 'other',
  webcam: HTMLVideoElement | undefined,
): void {
  useEffect(() => {
    if (!person) return
    let current = true
    const point = (camera: VirtualCamera, address: string) =>
      loadPicture(address).then((picture) => current && camera.look(photoScene(picture)))
    const other = people.find(({ id }) => id !== person.id) ?? person
    const ownWebcam = person.id.startsWith('own-') && faceOf === 'own' ? webcam : undefined
    void point(cameras.back, person.card)
    if (ownWebcam) cameras.front.look(webcamScene(ownWebcam))
    else void point(cameras.front, (faceOf === 'own' ? person : other).selfie)
    return () => {
      current = false
    }
  }, [cameras, people, person, faceOf, webcam])
}

/** Holds the citizen's screen, or an old picture of it, before the desk's camera for a while. */
function useScanner(camera: VirtualCamera, citizen: React.RefObject<HTMLIFrameElement>) {
  const [holding, setHolding] = useState(false)
  const [shown, setShown] = useState<'nothing' | 'live' | 'old'>('nothing')
  const old = useRef<HTMLCanvasElement>()

  const show = (screen: () => HTMLCanvasElement | undefined) => {
    camera.look(phoneScene(screen))
    setHolding(true)
    setTimeout(() => {
      camera.look(undefined)
      setHolding(false)
    }, HOLD)
  }
  const live = () => (citizen.current ? photographCode(citizen.current) : undefined)
  return {
    holding,
    shown,
    hold: () => {
      const seen = live()
      if (!seen) return false
      old.current = seen
      setShown('live')
      show(live)
      return true
    },
    showOld: () => {
      const picture = old.current
      if (picture) {
        setShown('old')
        show(() => picture)
      }
      return picture !== undefined
    },
  }
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Demo />)
