import { useRef, useState } from 'react'
import { type Person, usePeople } from './people'
import { useCard } from './use-card'
import { useFace } from './use-face'

/** Whose face is before the front camera: that of the person whom the visitor plays, or another one. */
export type FaceOf = 'own' | 'other'

/** Whom the visitor plays, with the card and the face that go before the cameras. */
export function useVisitor() {
  const { people, failure, add } = usePeople()
  const [chosen, choose] = useState<Person>()
  const [faceOf, setFaceOf] = useState<FaceOf>('own')
  const webcam = useRef<HTMLVideoElement>()
  const person = chosen ?? people[0]
  const own = person?.id.startsWith('own-') ? webcam.current : person
  const other = people.find(({ id, landmarks }) => landmarks && id !== person?.id)
  const card = useCard(person)
  const face = useFace(faceOf === 'own' ? own : other)
  /** @param video the visitor's own face, for whom the card was made */
  const playSelf = (made: Person, video: HTMLVideoElement) => {
    webcam.current = video
    add(made)
    choose(made)
  }
  return { people, failure, person, choose, faceOf, setFaceOf, card, face, playSelf }
}
