import { useCallback, useEffect, useState } from 'react'
import type { Act } from '../../specimen/act-face'
import { Actor } from './actor'
import { loadPicture, type Person } from './people'
import { webcamScene } from './scenes'
import type { VirtualCamera } from './virtual-camera'

/** Whom the front camera sees, and what that person does. */
export interface FrontCamera {
  readonly act: Act
  /** Absent while the visitor's own webcam is looked through: nobody tells them what to do but the phone. */
  readonly tell?: (act: Act) => void
}

/**
 * Puts somebody before the front camera.
 *
 * @param whom the specimen citizen, or the visitor's webcam
 */
export function useFrontCamera(
  camera: VirtualCamera,
  whom: Person | HTMLVideoElement | undefined,
): FrontCamera {
  const [actor, setActor] = useState<Actor>()
  const [act, setAct] = useState<Act>('look-straight')

  useEffect(() => {
    let current = true
    setActor(undefined)
    setAct('look-straight')
    if (whom instanceof HTMLVideoElement) camera.look(webcamScene(whom))
    else if (whom) {
      void cast(whom).then((found) => {
        if (!current || !found) return
        camera.look(found.scene)
        setActor(found)
      })
    }
    return () => {
      current = false
      camera.look(undefined)
    }
  }, [camera, whom])

  const tell = useCallback(
    (asked: Act) => {
      actor?.tell(asked, performance.now())
      setAct(asked)
    },
    [actor],
  )
  return actor ? { act, tell } : { act }
}

async function cast({ selfie, landmarks }: Person): Promise<Actor | undefined> {
  return landmarks && new Actor(await loadPicture(selfie), landmarks)
}
