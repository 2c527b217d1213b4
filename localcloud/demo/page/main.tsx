import { useEffect, useMemo, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Acts } from './acts'
import { Cast } from './cast'
import { Guide, useProgress } from './guide'
import { OwnCard } from './own-card'
import { listPeople, loadPicture, type Person } from './people'
import { Phone } from './phone'
import { photoScene } from './scenes'
import { TEXTS } from './texts'
import { useFrontCamera } from './use-front-camera'
import { useScanner } from './use-scanner'
import { VirtualCamera } from './virtual-camera'

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
  const turnCard = useCard(cameras.back, person)
  const own = person?.id.startsWith('own-') ? webcam.current : person
  const other = people.find(({ id, landmarks }) => landmarks && id !== person?.id)
  const front = useFrontCamera(cameras.front, faceOf === 'own' ? own : other)

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
            <button type="button" className="quiet" onClick={turnCard}>
              {texts.turnCard}
            </button>
            {front.tell ? (
              <Acts texts={texts} act={front.act} onAct={front.tell} />
            ) : (
              <p className="hint">{texts.actYourself}</p>
            )}
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

/** Lays a side of the person's card before the back camera. @returns a way to turn it over */
function useCard(camera: VirtualCamera, person: Person | undefined): () => void {
  const [turned, setTurned] = useState<Person>()
  const side = person === turned ? 'emblem' : 'card'
  useEffect(() => {
    if (!person) return
    let current = true
    void loadPicture(person[side]).then((picture) => current && camera.look(photoScene(picture)))
    return () => {
      current = false
    }
  }, [camera, person, side])
  return () => setTurned(side === 'card' ? person : undefined)
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Demo />)
