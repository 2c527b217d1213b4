import { openCamera } from './open-camera.h5'
import type * as Port from './recover-camera'

/** A browser has no page to open: ask again, it shows its own question if it still may. */
export const recoverCamera: typeof Port.recoverCamera = async () => {
  const opened = await openCamera('back')
  if (!('stream' in opened)) return opened.state !== 'denied'
  for (const track of opened.stream.getTracks()) track.stop()
  return true
}
