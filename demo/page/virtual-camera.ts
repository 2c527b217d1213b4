const WIDTH = 1280
const HEIGHT = 960
const FRAMES_PER_SECOND = 12

/** What a camera is pointed at: draws itself, centred on the origin, into `height` pixels. */
export type Scene = (context: CanvasRenderingContext2D, height: number) => void

/**
 * A camera that sees whatever is put before it. Its pictures come out as an ordinary `MediaStream`, so an app that
 * uses it runs the very code it runs on a real camera: nothing but pixels reaches the app.
 */
export class VirtualCamera {
  private lying: Scene | undefined
  private held: Scene | undefined
  private readonly canvas = document.createElement('canvas')
  private timer: number | undefined

  constructor() {
    this.canvas.width = WIDTH
    this.canvas.height = HEIGHT
  }

  /** What the camera sees while nothing is held before it; an empty desk without any. */
  look(scene: Scene | undefined): void {
    this.lying = scene
  }

  /** Holds something before all else, or takes it away. */
  hold(scene: Scene | undefined): void {
    this.held = scene
  }

  /** @returns a fresh live stream, as `getUserMedia` does. */
  open(): MediaStream {
    this.draw()
    this.timer ??= window.setInterval(() => this.draw(), 1000 / FRAMES_PER_SECOND)
    return this.canvas.captureStream(FRAMES_PER_SECOND)
  }

  /** @returns JPEG of what it sees now */
  photograph(): Promise<Blob> {
    this.draw()
    return new Promise((resolve, reject) => {
      const keep = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error('The canvas is empty.')))
      this.canvas.toBlob(keep, 'image/jpeg', 0.92)
    })
  }

  private draw(): void {
    const context = this.canvas.getContext('2d')
    if (!context) return
    paintDesk(context)
    const scene = this.held ?? this.lying
    if (!scene) return
    context.save()
    sway(context, performance.now() / 1000)
    scene(context, HEIGHT)
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
