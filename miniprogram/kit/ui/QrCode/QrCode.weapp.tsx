import { Canvas, View } from '@tarojs/components'
import { useEffect, useId, useState } from 'react'
import { a11y } from '../a11y'
import { drawQr } from './draw-qr'
import { findCanvas } from './find-canvas.weapp'
import type * as Port from './QrCode'
import './qr-code.scss'

/** Drawn finer than shown, so that it stays sharp on a dense screen. */
const PIXELS = 960

export const QrCode: typeof Port.QrCode = ({ text, correction, label }) => {
  const id = `qr${useId().replace(/\W/g, '')}`
  const [context, setContext] = useState<CanvasRenderingContext2D>()

  useEffect(
    () =>
      findCanvas(id, (canvas) => {
        canvas.width = PIXELS
        canvas.height = PIXELS
        setContext(canvas.getContext('2d') ?? undefined)
      }),
    [id],
  )

  useEffect(() => {
    if (context !== undefined) drawQr(context, PIXELS, text, correction)
  }, [context, text, correction])

  return (
    <View className="kit-qr" {...a11y({ role: 'img', label })}>
      <Canvas className="kit-qr__canvas" type="2d" id={id} />
    </View>
  )
}
