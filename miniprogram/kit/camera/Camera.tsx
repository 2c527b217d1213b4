import type { ReactElement, Ref } from 'react'
import type { CameraState, Facing } from './camera-state'
import type { Picture } from './picture'
import type { Sight } from './sight'

export interface CameraHandle {
  /** @throws Error when the camera is not `ready` or the platform fails to deliver a photo. */
  takePicture(): Promise<Picture>
  /** Looks at the live picture, for hints to the person before the camera. Never throws: what cannot be told is left out. */
  look(): Promise<Sight>
}

export interface CameraProps {
  readonly facing: Facing
  readonly onState: (state: CameraState) => void
  readonly handle: Ref<CameraHandle>
}

/** A live preview that fills its parent; one a page. Photos are JPEG and never mirrored. */
export declare function Camera(props: CameraProps): ReactElement
