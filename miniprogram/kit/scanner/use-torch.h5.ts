import { type RefObject, useEffect, useRef } from 'react'

/** W3C Image Capture §7: browsers on phones have it, their type definitions do not. */
type Torch = MediaTrackConstraintSet & { readonly torch: boolean }
type Capabilities = MediaTrackCapabilities & { readonly torch?: boolean }

/** Switches the light of the camera that a video shows. Browsers without it are left alone. */
export function useTorch(
  video: RefObject<HTMLVideoElement>,
  isLit: boolean,
  onLight: ((hasLight: boolean) => void) | undefined,
): void {
  const latest = useRef(onLight)
  latest.current = onLight
  useEffect(() => {
    const shown = video.current
    if (shown === null) return
    const tell = () => latest.current?.(hasLight(trackOf(shown)))
    shown.addEventListener('loadedmetadata', tell)
    return () => shown.removeEventListener('loadedmetadata', tell)
  }, [video])
  useEffect(() => {
    const track = trackOf(video.current)
    if (!hasLight(track)) return
    // A light that does not come on is seen; nothing else depends on it.
    track?.applyConstraints({ advanced: [{ torch: isLit } as Torch] }).catch(() => undefined)
  }, [video, isLit])
}

function trackOf(video: HTMLVideoElement | null): MediaStreamTrack | undefined {
  return video?.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks()[0] : undefined
}

function hasLight(track: MediaStreamTrack | undefined): boolean {
  const capabilities: Capabilities | undefined = track?.getCapabilities?.()
  return capabilities?.torch === true
}
