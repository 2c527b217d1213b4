import { Camera } from '@tarojs/components'
import { useEffect } from 'react'
import '../camera/camera.scss'
import { cameraErrorState } from '../camera/camera-error.weapp'
import { useFreshCamera } from '../camera/use-fresh-camera.weapp'
import { deviceNow } from '../device/clock'
import type * as Port from './Scanner'

export const Scanner: typeof Port.Scanner = ({ gate, onCode, onHeld, onState }) => {
  useEffect(() => gate.begin(deviceNow()), [gate])
  const { life, onStop } = useFreshCamera(onState)
  return (
    <Camera
      key={life}
      className="kit-camera"
      mode="scanCode"
      devicePosition="back"
      flash="off"
      onInitDone={() => onState('ready')}
      onStop={onStop}
      onError={({ detail }) => onState(cameraErrorState(detail))}
      onScanCode={({ detail }) => {
        if (gate.see(deviceNow()) === 'new') onCode(detail.result)
        else onHeld(detail.result)
      }}
    />
  )
}
