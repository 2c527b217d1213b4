/**
 * A square canvas that remembers what was painted, white at first.
 *
 * @param pixels its edge
 */
export function createPaintedCanvas(pixels: number) {
  const data = new Uint8ClampedArray(pixels * pixels * 4).fill(255)
  const context = {
    fillStyle: '',
    fillRect(left: number, top: number, width: number, height: number) {
      const shade = context.fillStyle === '#000000' ? 0 : 255
      for (let y = top; y < top + height; y++) {
        for (let x = left; x < left + width; x++)
          data.fill(shade, (y * pixels + x) * 4, (y * pixels + x) * 4 + 3)
      }
    },
  }
  return { context, image: { data, width: pixels, height: pixels, colorSpace: 'srgb' } as ImageData }
}
