import { useLayoutEffect, useRef } from 'react'
import { drawQr } from './draw-qr'
import type * as Port from './QrCode'
import './qr-code.scss'

/** Drawn finer than shown, so that it stays sharp on a dense screen. */
const PIXELS = 960

export const QrCode: typeof Port.QrCode = ({ text, correction, label }) => {
  const canvas = useRef<HTMLCanvasElement>(null)

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context) drawQr(context, PIXELS, text, correction)
  }, [text, correction])

  return (
    <div className="kit-qr">
      <canvas
        ref={canvas}
        className="kit-qr__canvas"
        width={PIXELS}
        height={PIXELS}
        role="img"
        aria-label={label}
      />
    </div>
  )
}
