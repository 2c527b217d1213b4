import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Act } from '../specimen/act-face'
import { Actor } from './actor'
import { loadPicture, type Person } from './people'
import { webcamScene } from './scenes'
import type { Scene } from './virtual-camera'

/** A person before a camera, and what they do. */
export interface Face {
  readonly scene: Scene | undefined
  readonly act: Act
  /** Absent while the visitor's own webcam is used: then only the phone tells them what to do. */
  readonly tell?: (act: Act) => void
}

/** @param whom the specimen citizen, or the visitor's webcam */
export function useFace(whom: Person | HTMLVideoElement | undefined): Face {
  const [actor, setActor] = useState<Actor>()
  const [act, setAct] = useState<Act>('look-straight')

  useEffect(() => {
    let current = true
    setActor(undefined)
    setAct('look-straight')
    if (whom && !(whom instanceof HTMLVideoElement)) {
      void cast(whom).then((found) => current && setActor(found))
    }
    return () => {
      current = false
    }
  }, [whom])

  const tell = useCallback(
    (asked: Act) => {
      actor?.tell(asked, performance.now())
      setAct(asked)
    },
    [actor],
  )
  const scene = useMemo(
    () => (whom instanceof HTMLVideoElement ? webcamScene(whom) : actor?.scene),
    [whom, actor],
  )
  return actor ? { scene, act, tell } : { scene, act }
}

async function cast({ selfie, landmarks, facing = 0 }: Person): Promise<Actor | undefined> {
  return landmarks && new Actor(await loadPicture(selfie), landmarks, facing)
}
