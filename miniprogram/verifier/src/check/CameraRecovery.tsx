import type { CameraFault } from '@nansha/kit/camera/camera-state'
import { PRIVACY_TEXTS } from '@nansha/kit/camera/privacy-texts'
import { recoverCamera } from '@nansha/kit/camera/recover-camera'
import type { Text } from '@nansha/kit/i18n/fill-text'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import type { PropsWithChildren } from 'react'
import { TEXTS } from '../texts'

const FAULTS: Readonly<
  Record<CameraFault, { readonly title: Text; readonly text: Text; readonly way: Text }>
> = {
  denied: { title: TEXTS.cameraDenied, text: TEXTS.cameraDeniedHelp, way: TEXTS.cameraAllow },
  unagreed: { title: TEXTS.cameraDenied, text: PRIVACY_TEXTS.unagreed, way: PRIVACY_TEXTS.agree },
  undeclared: { title: TEXTS.cameraUnavailable, text: PRIVACY_TEXTS.undeclared, way: TEXTS.retry },
  unavailable: { title: TEXTS.cameraUnavailable, text: TEXTS.cameraUnavailableHelp, way: TEXTS.retry },
}

export interface CameraRecoveryProps {
  readonly state: CameraFault
  readonly onRetry: () => void
}

/** Why there is no picture and what to do about it; other ways are the children. */
export function CameraRecovery({ state, onRetry, children }: PropsWithChildren<CameraRecoveryProps>) {
  const say = useSay()
  const { title, text, way } = FAULTS[state]

  async function recover() {
    await recoverCamera(state)
    onRetry()
  }

  return (
    <StatusScreen kind="info" title={say(title)} text={say(text)}>
      <Button label={say(way)} onPress={recover} />
      {children}
    </StatusScreen>
  )
}
