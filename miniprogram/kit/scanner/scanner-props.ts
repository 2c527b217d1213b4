import type { CameraState } from '../camera/camera-state'
import type { CodeGate } from './code-gate'

export interface ScannerProps {
  /** Whether a text is what this scanner is for; codes of others count as nothing in view. */
  readonly isWanted: (text: string) => boolean
  /** Decides whether a code in view is news; kept by the caller so that it outlives the page. */
  readonly gate: CodeGate
  /** Called once per code that the gate lets through, with its text. */
  readonly onCode: (text: string) => void
  /** Called with what is in view while the phone of the last code has not left it; a phone may show several in turn. */
  readonly onHeld: (text: string) => void
  /** Called at each look that saw codes, and only such of others. */
  readonly onForeign: () => void
  readonly onState: (state: CameraState) => void
  /** Lights what is before the camera, where the device has a light. */
  readonly isLit?: boolean
  /** Called once it is known whether there is a light; a platform that cannot tell says yes. */
  readonly onLight?: (hasLight: boolean) => void
}
