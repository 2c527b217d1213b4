import { type Act, type Acting, actFace, actingOf } from '../specimen/act-face'
import type { Point } from '../specimen/raster'
import type { Scene } from './virtual-camera'

/** Milliseconds that a person takes from one act to another. */
const MOVE = 450
/** The photo a little larger than the view, so that its edges are out of sight. */
const CLOSE_UP = 1.16
/** How far a head moves between two acts, as a share of the view's height: no two captures are alike. */
const ASIDE = 0.03

/** What a person does, and where their head is, as shares of the view's height from its middle. */
interface Pose extends Acting {
  readonly x: number
  readonly y: number
}

/** How far a head turns between two acts, in radians: a new film must not look like the former one. */
const TILT = 0.05

/** The corners that the head wanders between, so that no act is repeated in its place. */
const PLACES = [
  { x: -ASIDE, y: -ASIDE },
  { x: ASIDE, y: -ASIDE },
  { x: ASIDE, y: ASIDE },
  { x: -ASIDE, y: ASIDE },
] as const

/** A specimen citizen before the camera, who does what the visitor tells them to. */
export class Actor {
  private from: Pose
  private to: Pose
  private acts = 0
  private told = 0
  private drawn: Pose | undefined
  private readonly tilt = (2 * Math.random() - 1) * TILT
  private readonly context: CanvasRenderingContext2D
  private readonly photo: ImageData

  /**
   * @param landmarks the 68 points on the photo, in its pixels
   * @param facing degrees by which the head of the photo is turned until it looks at the camera
   */
  constructor(
    image: HTMLImageElement,
    private readonly landmarks: readonly Point[],
    private readonly facing: number,
  ) {
    this.from = { ...actingOf('look-straight', facing), x: 0, y: 0 }
    this.to = this.from
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
    this.from = this.poseAt(now)
    const place = PLACES[this.acts++ % PLACES.length] as (typeof PLACES)[number]
    this.to = { ...actingOf(act, this.facing), ...place }
    this.told = now
  }

  readonly scene: Scene = (view, height) => {
    const pose = this.poseAt(performance.now())
    this.draw(pose)
    const { canvas } = this.context
    const [tall, wide] = [height * CLOSE_UP, (height * CLOSE_UP * canvas.width) / canvas.height]
    view.save()
    view.rotate(this.tilt)
    view.drawImage(canvas, pose.x * height - wide / 2, pose.y * height - tall / 2, wide, tall)
    view.restore()
  }

  private poseAt(now: number): Pose {
    const share = Math.min(1, (now - this.told) / MOVE)
    if (share === 1) return this.to
    const between = (key: keyof Pose) => this.from[key] + (this.to[key] - this.from[key]) * share
    return {
      turn: between('turn'),
      closeEyes: between('closeEyes'),
      openMouth: between('openMouth'),
      x: between('x'),
      y: between('y'),
    }
  }

  /** Warping takes some hundredths of a second, so a face that does not move is not drawn again. */
  private draw(pose: Pose): void {
    if (pose === this.drawn) return
    this.drawn = pose
    const { width, height, data } = this.photo
    const acted = actFace({ width, height, channels: 4, data }, this.landmarks, pose)
    this.context.putImageData(new ImageData(Uint8ClampedArray.from(acted.data), width, height), 0, 0)
  }
}
