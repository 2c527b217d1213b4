import { Camera, View } from '@tarojs/components'
import { useEffect } from 'react'
import '../camera/camera.scss'
import { cameraFault } from '../camera/camera-error.weapp'
import { useFreshCamera } from '../camera/use-fresh-camera.weapp'
import { deviceNow } from '../device/clock'
import { reportCodes } from './report-codes'
import type * as Port from './Scanner'

export const Scanner: typeof Port.Scanner = (props) => {
  const { gate, onState } = props
  useEffect(() => gate.begin(deviceNow()), [gate])
  const { isAllowed, life, onStop } = useFreshCamera(onState)
  if (!isAllowed) return <View className="kit-camera" />
  return (
    <Camera
      key={life}
      className="kit-camera"
      mode="scanCode"
      devicePosition="back"
      flash={props.isLit ? 'torch' : 'off'}
      onInitDone={() => {
        onState('ready')
        props.onLight?.(true)
      }}
      onStop={onStop}
      onError={({ detail }) => onState(cameraFault(detail))}
      onScanCode={({ detail }) => reportCodes([detail.result], props, deviceNow())}
    />
  )
}
