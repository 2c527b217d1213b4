import { openCamera } from './open-camera.h5'
import type * as Port from './recover-camera'

/** A browser has no settings page to open. Asking it again shows its own question, if it still may. */
export const recoverCamera: typeof Port.recoverCamera = async (fault) => {
  if (fault !== 'denied') return
  const opened = await openCamera('back')
  if ('stream' in opened) for (const track of opened.stream.getTracks()) track.stop()
}
