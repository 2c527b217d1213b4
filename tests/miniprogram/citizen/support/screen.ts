import { readQr } from '../../../support/read-qr'

const PIXELS = 960

/** The canvas of a page, as `wx.createSelectorQuery` finds it: remembers what was painted, so that a test can scan it. */
export function createScreen() {
  const data = new Uint8ClampedArray(PIXELS * PIXELS * 4).fill(255)
  const context = {
    fillStyle: '',
    fillRect(left: number, top: number, width: number, height: number) {
      const shade = context.fillStyle === '#000000' ? 0 : 255
      for (let y = top; y < top + height; y++) {
        for (let x = left; x < left + width; x++)
          data.fill(shade, (y * PIXELS + x) * 4, (y * PIXELS + x) * 4 + 3)
      }
    },
  }
  const node = { getContext: () => context }
  return {
    createSelectorQuery() {
      let found: (result: object) => void = () => undefined
      const query = {
        select: () => query,
        fields: (_wanted: object, callback: typeof found) => {
          found = callback
          return query
        },
        exec: () => found({ node }),
      }
      return query
    },
    /** @returns the text of the code on the screen, `undefined` when there is none */
    scan: () => readQr({ data, width: PIXELS, height: PIXELS, colorSpace: 'srgb' } as ImageData),
  }
}
