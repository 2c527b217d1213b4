import { readQr } from '../../support/read-qr'
import { createPaintedCanvas } from './painted-canvas'

/** The canvas of a page, as `wx.createSelectorQuery` finds it; a test can scan what was painted on it. */
export function createScreen() {
  const { context, image } = createPaintedCanvas(960)
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
    scan: () => readQr(image),
  }
}
