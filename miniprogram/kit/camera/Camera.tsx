import type { ReactElement, Ref } from 'react'
import type { CameraState, Facing } from './camera-state'
import type { Picture } from './picture'

export interface CameraHandle {
  /** @throws Error when the camera is not `ready` or the platform fails to deliver a photo. */
  takePicture(): Promise<Picture>
}

export interface CameraProps {
  readonly facing: Facing
  readonly onState: (state: CameraState) => void
  readonly handle: Ref<CameraHandle>
}

/** A live preview that fills its parent; one a page. Photos are JPEG and never mirrored. */
export declare function Camera(props: CameraProps): ReactElement
