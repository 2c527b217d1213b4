import type { ReactElement } from 'react'

export interface QrCodeProps {
  /** Alphanumeric text (base45) makes the smallest code. */
  readonly text: string
  /** Error correction; `L` for texts so long that finer modules would cost more than correction gives. Default `M`. */
  readonly correction?: 'L' | 'M'
  /** Read out in place of the image. */
  readonly label: string
}

/** A QR code as wide as its parent. A new text is drawn over the old one in one step: it never blinks empty. */
export declare function QrCode(props: QrCodeProps): ReactElement
