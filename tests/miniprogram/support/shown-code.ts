import type { Page } from 'playwright-core'
import { encode } from 'uqr'

interface Scene {
  modules: boolean[][]
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

    function drawCode({ modules, badLight }: Scene) {
      const [ground, light, dark] = badLight ? ['#202020', '#4a4a48', '#2a2a2c'] : ['#888', '#fff', '#000']
      return draw((context) => {
        const edge = Math.floor(400 / (modules.length + 8))
        context.fillStyle = ground
        context.fillRect(0, 0, 640, 480)
        if (modules.length === 0) return
        context.fillStyle = light
        context.fillRect(120, 40, edge * (modules.length + 8), edge * (modules.length + 8))
        context.fillStyle = dark
        modules.forEach((row, y) => {
          row.forEach((filled, x) => {
            if (filled) context.fillRect(120 + (x + 4) * edge, 40 + (y + 4) * edge, edge, edge)
          })
        })
      })
    }

    let scene: Scene = { modules: [], badLight: false }
    let picture = drawCode(scene)
    Object.assign(window, {
      show: (next: Scene) => {
        scene = next
        picture = drawCode(next)
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
export async function showCode(page: Page, text: string | undefined, badLight = false): Promise<void> {
  const modules = text === undefined ? [] : encode(text, { ecc: 'M', border: 0 }).data
  await page.evaluate((scene) => (window as unknown as { show(scene: Scene): void }).show(scene), {
    modules,
    badLight,
  })
}
