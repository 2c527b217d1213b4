const WIDTH = 1280
const HEIGHT = 960
const FRAMES_PER_SECOND = 12

/** What a camera is pointed at: draws itself, centred on the origin, into `height` pixels. */
export type Scene = (context: CanvasRenderingContext2D, height: number) => void

/**
 * A camera that sees whatever is held before it. Its pictures come out as an ordinary `MediaStream`, so an app that
 * uses it runs the very code it runs on a real camera: nothing but pixels reaches the app.
 */
export class VirtualCamera {
  private scene: Scene | undefined
  private readonly canvas = document.createElement('canvas')
  private timer: number | undefined

  constructor() {
    this.canvas.width = WIDTH
    this.canvas.height = HEIGHT
  }

  /** Points the camera at `scene`, or at an empty desk. */
  look(scene: Scene | undefined): void {
    this.scene = scene
  }

  /** @returns a fresh live stream, as `getUserMedia` does. */
  open(): MediaStream {
    this.draw()
    this.timer ??= window.setInterval(() => this.draw(), 1000 / FRAMES_PER_SECOND)
    return this.canvas.captureStream(FRAMES_PER_SECOND)
  }

  private draw(): void {
    const context = this.canvas.getContext('2d')
    if (!context) return
    paintDesk(context)
    if (!this.scene) return
    context.save()
    sway(context, performance.now() / 1000)
    this.scene(context, HEIGHT)
    context.restore()
  }
}

/** A hand is never still. */
function sway(context: CanvasRenderingContext2D, seconds: number): void {
  context.translate(WIDTH / 2 + 6 * Math.sin(seconds * 1.3), HEIGHT / 2 + 5 * Math.cos(seconds * 1.7))
  context.rotate(0.012 * Math.sin(seconds * 0.9))
}

function paintDesk(context: CanvasRenderingContext2D): void {
  const light = context.createLinearGradient(0, 0, WIDTH, HEIGHT)
  light.addColorStop(0, '#5d6b74')
  light.addColorStop(1, '#39434a')
  context.fillStyle = light
  context.fillRect(0, 0, WIDTH, HEIGHT)
}
