import { useEffect, useState } from 'react'
import { loadPicture, type Person } from './people'
import { photoScene } from './scenes'
import type { Scene } from './virtual-camera'

/** The specimen card that a person has with them. */
export interface LyingCard {
  readonly scene: Scene | undefined
  readonly turn: () => void
}

/** A new person's card lies with its portrait up. */
export function useCard(person: Person | undefined): LyingCard {
  const [turned, setTurned] = useState<Person>()
  const [scene, setScene] = useState<Scene>()
  const side = person === turned ? 'emblem' : 'card'
  useEffect(() => {
    if (!person) return
    let current = true
    void loadPicture(person[side]).then((picture) => current && setScene(() => photoScene(picture)))
    return () => {
      current = false
    }
  }, [person, side])
  return { scene, turn: () => setTurned(side === 'card' ? person : undefined) }
}
