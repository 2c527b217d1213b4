import { Camera as PlatformCamera, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useImperativeHandle } from 'react'
import type * as Port from './Camera'
import './camera.scss'
import { cameraFault } from './camera-error.weapp'
import { useFreshCamera } from './use-fresh-camera.weapp'
import { useLiveLight } from './use-live-light.weapp'

export const Camera: typeof Port.Camera = ({ facing, onState, handle }) => {
  const look = useLiveLight()
  useImperativeHandle(handle, () => ({ takePicture, look }))
  const { isAllowed, life, onStop } = useFreshCamera(onState)
  if (!isAllowed) return <View className="kit-camera" />
  return (
    <PlatformCamera
      key={life}
      className="kit-camera"
      mode="normal"
      resolution="high"
      devicePosition={facing}
      flash="off"
      onInitDone={() => onState('ready')}
      onStop={onStop}
      onError={({ detail }) => onState(cameraFault(detail))}
    />
  )
}

/** Fronts are mirrored unless told otherwise, which would swap left and right; iOS may deliver PNG, so recompress. */
async function takePicture() {
  const taken = await new Promise<string>((resolve, reject) => {
    Taro.createCameraContext().takePhoto({
      quality: 'high',
      selfieMirror: false,
      success: ({ tempImagePath }) => resolve(tempImagePath),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })
  const { tempFilePath } = await Taro.compressImage({ src: taken, quality: 90 })
  return { src: tempFilePath }
}
