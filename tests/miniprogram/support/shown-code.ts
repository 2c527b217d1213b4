import type { Page } from 'playwright-core'
import { encode } from 'uqr'

interface Scene {
  /** The modules of each code, from left to right. */
  codes: boolean[][][]
  badLight: boolean
}

/** A camera that sees what the test draws: a canvas stream in place of the device, so that a code can come and go. */
export async function installShownCode(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const draw = (paint: (context: CanvasRenderingContext2D) => void) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 })
      paint(canvas.getContext('2d') as CanvasRenderingContext2D)
      return canvas
    }
    const noise = draw((context) => {
      for (let count = 0; count < 20_000; count++) {
        const shade = Math.random() * 255
        context.fillStyle = `rgba(${shade},${shade},${shade},0.15)`
        context.fillRect(Math.random() * 640, Math.random() * 480, 2, 2)
      }
    })

    function drawCodes({ codes, badLight }: Scene) {
      const [ground, light, dark] = badLight ? ['#202020', '#4a4a48', '#2a2a2c'] : ['#888', '#fff', '#000']
      return draw((context) => {
        context.fillStyle = ground
        context.fillRect(0, 0, 640, 480)
        const room = Math.min(400, 620 / codes.length)
        codes.forEach((modules, place) => {
          const edge = Math.floor(room / (modules.length + 8))
          const left = 320 + (place - codes.length / 2) * room
          context.fillStyle = light
          context.fillRect(left, 40, edge * (modules.length + 8), edge * (modules.length + 8))
          context.fillStyle = dark
          modules.forEach((row, y) => {
            row.forEach((filled, x) => {
              if (filled) context.fillRect(left + (x + 4) * edge, 40 + (y + 4) * edge, edge, edge)
            })
          })
        })
      })
    }

    let scene: Scene = { codes: [], badLight: false }
    let picture = drawCodes(scene)
    Object.assign(window, {
      show: (next: Scene) => {
        scene = next
        picture = drawCodes(next)
      },
    })
    const camera = draw((context) => {
      setInterval(() => {
        context.filter = scene.badLight ? 'blur(1px)' : 'none'
        context.drawImage(picture, 0, 0)
        context.filter = 'none'
        if (scene.badLight) context.drawImage(noise, Math.random() * -20, Math.random() * -20, 660, 500)
      }, 40)
    })
    navigator.mediaDevices.getUserMedia = async () => camera.captureStream(25)
  })
}

/** Puts a phone with this code before the camera, or takes it away. */
export function showCode(page: Page, text: string | undefined, badLight = false): Promise<void> {
  return showCodes(page, text === undefined ? [] : [text], badLight)
}

/** Puts codes side by side before the camera. */
export async function showCodes(page: Page, texts: readonly string[], badLight = false): Promise<void> {
  const codes = texts.map((text) => encode(text, { ecc: 'M', border: 0 }).data)
  await page.evaluate((scene) => (window as unknown as { show(scene: Scene): void }).show(scene), {
    codes,
    badLight,
  })
}
