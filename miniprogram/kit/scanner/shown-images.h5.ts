/**
 * The demo page shows both phones in one window, where no camera sees a screen. Its *hold the phone to the scanner*
 * button posts a picture of the citizen's screen; only pixels of our own origin are taken, through the same decoder.
 *
 * @returns a function that stops listening
 */
export function watchShownImages(onImage: (image: ImageBitmap) => void): () => void {
  const shown = ({ origin, data }: MessageEvent<unknown>) => {
    if (origin !== location.origin || !isShownImage(data)) return
    onImage(data.image)
  }
  window.addEventListener('message', shown)
  return () => window.removeEventListener('message', shown)
}

function isShownImage(data: unknown): data is { type: 'nansha:shown-image'; image: ImageBitmap } {
  const message = data as { type?: unknown; image?: unknown } | null
  return message?.type === 'nansha:shown-image' && message.image instanceof ImageBitmap
}
