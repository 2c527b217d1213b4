import { ACTINGS, type Act, type Acting, actFace } from '../../specimen/act-face'
import type { Point } from '../../specimen/raster'
import type { Scene } from './virtual-camera'

/** How long somebody takes from one act to another, milliseconds. */
const MOVE = 450
/** The photo a little larger than the view, so that its edges are out of sight. */
const CLOSE_UP = 1.16

/** A specimen citizen before the camera, who does what the visitor tells them to. */
export class Actor {
  private from: Acting = ACTINGS['look-straight']
  private to: Acting = ACTINGS['look-straight']
  private told = 0
  private drawn: Acting | undefined
  private readonly context: CanvasRenderingContext2D
  private readonly photo: ImageData

  /** @param landmarks the 68 points on the photo, in its pixels */
  constructor(
    image: HTMLImageElement,
    private readonly landmarks: readonly Point[],
  ) {
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('This browser does not draw.')
    context.drawImage(image, 0, 0)
    this.context = context
    this.photo = context.getImageData(0, 0, canvas.width, canvas.height)
  }

  /** @param now milliseconds of `performance.now()` */
  tell(act: Act, now: number): void {
    this.from = this.actingAt(now)
    this.to = ACTINGS[act]
    this.told = now
  }

  readonly scene: Scene = (view, height) => {
    this.draw(this.actingAt(performance.now()))
    const { canvas } = this.context
    const [tall, wide] = [height * CLOSE_UP, (height * CLOSE_UP * canvas.width) / canvas.height]
    view.drawImage(canvas, -wide / 2, -tall / 2, wide, tall)
  }

  private actingAt(now: number): Acting {
    const share = Math.min(1, (now - this.told) / MOVE)
    if (share === 1) return this.to
    const between = (key: keyof Acting) => this.from[key] + (this.to[key] - this.from[key]) * share
    return { turn: between('turn'), closeEyes: between('closeEyes'), openMouth: between('openMouth') }
  }

  /** Warping takes some hundredths of a second, so a face that does not move is not drawn again. */
  private draw(acting: Acting): void {
    if (acting === this.drawn) return
    this.drawn = acting
    const { width, height, data } = this.photo
    const acted = actFace({ width, height, channels: 4, data }, this.landmarks, acting)
    this.context.putImageData(new ImageData(Uint8ClampedArray.from(acted.data), width, height), 0, 0)
  }
}
