import { useEffect } from 'react'
import type { Scene, VirtualCamera } from './virtual-camera'

/** Puts a scene before a camera for as long as it is there. */
export function useLook(camera: VirtualCamera, scene: Scene | undefined): void {
  useEffect(() => {
    camera.look(scene)
    return () => camera.look(undefined)
  }, [camera, scene])
}
