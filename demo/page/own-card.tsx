import { type RefObject, useEffect, useRef, useState } from 'react'
import { makeOwnCard, type Person } from './people'
import type { Texts } from './texts'

/** Seconds until a webcam shows a picture worth keeping: the first ones are black. */
const SETTLED = 0.7

/** Takes the visitor's portrait with the webcam and makes a specimen card of it. */
export function OwnCard(props: {
  readonly texts: Texts
  readonly onMade: (person: Person, webcam: HTMLVideoElement) => void
  readonly onCancel: () => void
}) {
  const { texts } = props
  const made = useRef(false)
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const [ready, setReady] = useState(false)
  const video = useWebcam(made, () => setProblem(texts.webcamOff))
  useEscape(props.onCancel)

  const take = async (sex: 'male' | 'female') => {
    if (!video.current || busy) return
    setBusy(true)
    try {
      const person = await makeOwnCard(snapshot(video.current), sex)
      made.current = true
      props.onMade(person, await playOn(video.current))
    } catch (error) {
      setProblem((error as Error).message)
      setBusy(false)
    }
  }

  return (
    <div className="dialog" role="dialog" aria-label={texts.ownTitle}>
      <div>
        <h2>{texts.ownTitle}</h2>
        <p>{texts.ownText}</p>
        <video
          ref={video}
          autoPlay
          muted
          playsInline
          onTimeUpdate={({ currentTarget }) => setReady(currentTarget.currentTime > SETTLED)}
        />
        {problem && <p role="alert">{problem}</p>}
        <div className="row">
          <button type="button" disabled={busy || !ready} onClick={() => take('female')}>
            {texts.take} · {texts.female}
          </button>
          <button type="button" disabled={busy || !ready} onClick={() => take('male')}>
            {texts.take} · {texts.male}
          </button>
          <button type="button" className="quiet" onClick={props.onCancel}>
            {texts.cancel}
          </button>
        </div>
      </div>
    </div>
  )
}

function useEscape(onEscape: () => void): void {
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') onEscape()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onEscape])
}

/**
 * Shows the webcam in a video element.
 *
 * @param isKept whether its stream goes on when the element is gone, as the phone's front camera
 */
function useWebcam(isKept: RefObject<boolean>, onOff: () => void): RefObject<HTMLVideoElement> {
  const video = useRef<HTMLVideoElement>(null)
  const off = useRef(onOff)
  off.current = onOff
  useEffect(() => {
    const opening = navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user', width: 1280 } })
    opening.then(
      (stream) => {
        if (video.current) video.current.srcObject = stream
      },
      () => off.current(),
    )
    return () => {
      if (!isKept.current) opening.then(stop, () => {})
    }
  }, [isKept])
  return video
}

/** A portrait of 3:4 cut from the middle of the picture, as on a card. */
function snapshot(video: HTMLVideoElement): string {
  const canvas = document.createElement('canvas')
  canvas.width = 600
  canvas.height = 800
  const height = video.videoHeight
  const width = Math.min(video.videoWidth, height * 0.75)
  const context = canvas.getContext('2d')
  context?.drawImage(video, (video.videoWidth - width) / 2, 0, width, height, 0, 0, 600, 800)
  return canvas.toDataURL('image/jpeg', 0.9)
}

/** A video of its own for the same stream: one that leaves the page is paused. */
async function playOn({ srcObject }: HTMLVideoElement): Promise<HTMLVideoElement> {
  const video = document.createElement('video')
  video.muted = true
  video.srcObject = srcObject
  await video.play()
  return video
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
