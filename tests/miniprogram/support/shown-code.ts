import type { Page } from 'playwright-core'
import { encode } from 'uqr'

/** A camera that sees what the test draws: a canvas stream in place of the device, so that a code can come and go. */
export async function installShownCode(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 640
    canvas.height = 480
    const context = canvas.getContext('2d') as CanvasRenderingContext2D
    const scene = { modules: [] as boolean[][] }
    Object.assign(window, { scene })
    setInterval(() => {
      context.fillStyle = '#888'
      context.fillRect(0, 0, 640, 480)
      const { modules } = scene
      if (modules.length === 0) return
      const edge = Math.floor(400 / (modules.length + 8))
      const [left, top] = [120, 40]
      context.fillStyle = '#fff'
      context.fillRect(left, top, edge * (modules.length + 8), edge * (modules.length + 8))
      context.fillStyle = '#000'
      modules.forEach((row, y) => {
        row.forEach((dark, x) => {
          if (dark) context.fillRect(left + (x + 4) * edge, top + (y + 4) * edge, edge, edge)
        })
      })
    }, 40)
    navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(25)
  })
}

/** Puts a phone with this code before the camera, or takes it away. */
export async function showCode(page: Page, text: string | undefined): Promise<void> {
  const modules = text === undefined ? [] : encode(text, { border: 0 }).data
  await page.evaluate((shown) => {
    ;(window as unknown as { scene: { modules: boolean[][] } }).scene.modules = shown
  }, modules)
}
