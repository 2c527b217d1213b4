import { type RefObject, useEffect, useRef, useState } from 'react'
import { encode } from 'uqr'
import { phoneScene } from './scenes'
import type { Texts } from './texts'
import type { VirtualCamera } from './virtual-camera'

/** A specimen website that runs beside the cloud. */
interface Website {
  readonly id: 'hall' | 'bank'
  readonly url: string
}

/** How long the phone looks at the computer's screen, in milliseconds. */
const HOLD = 8_000
const MODULE = 8
const MARGIN = 4

/** A computer beside the phones, on which a website asks for the ID. Nothing where no website runs. */
export function Computer({ texts, camera }: { readonly texts: Texts; readonly camera: VirtualCamera }) {
  const websites = useWebsites()
  const [chosen, choose] = useState<Website['id']>('hall')
  const frame = useRef<HTMLIFrameElement>(null)
  const website = websites.find(({ id }) => id === chosen)
  const { link, forget } = useLinkOf(frame)
  const { isAiming, isBlank, aim } = useAim(camera, link)
  if (!website) return null

  return (
    <section className="panel computer">
      <h2>{texts.computer}</h2>
      <p className="hint">{texts.computerHint}</p>
      <div className="computer__bar">
        {websites.map(({ id }) => (
          <label key={id}>
            <input
              type="radio"
              checked={id === chosen}
              onChange={() => {
                forget()
                choose(id)
              }}
            />
            {texts.websites[id]}
          </label>
        ))}
        <button type="button" disabled={isAiming} onClick={aim}>
          {isAiming ? texts.aimingComputer : texts.aimComputer}
        </button>
        <a href={website.url} target="_blank" rel="noreferrer">
          {texts.ownWindow}
        </a>
      </div>
      {isBlank && <p role="alert">{texts.noWebsiteCode}</p>}
      <iframe
        key={website.id}
        ref={frame}
        title={texts.websites[website.id]}
        src={onThisMachine(website.url)}
      />
    </section>
  )
}

/** Holds the phone's camera before the QR for a while. @param link what the QR says; nothing where the website shows none */
function useAim(camera: VirtualCamera, link: string | undefined) {
  const [isAiming, setAiming] = useState(false)
  const [isBlank, setBlank] = useState(false)
  useEffect(() => {
    if (!isAiming) return
    const timer = setTimeout(() => setAiming(false), HOLD)
    return () => {
      clearTimeout(timer)
      camera.hold(undefined)
    }
  }, [camera, isAiming])

  const aim = () => {
    setBlank(link === undefined)
    if (link === undefined) return
    const code = drawCode(link)
    camera.hold(phoneScene(() => code))
    setAiming(true)
  }
  return { isAiming, isBlank, aim }
}

function useWebsites(): readonly Website[] {
  const [websites, setWebsites] = useState<readonly Website[]>([])
  useEffect(() => {
    fetch('/demo/portals/')
      .then((response) => response.json() as Promise<Website[]>)
      .then(setWebsites, () => setWebsites([]))
  }, [])
  return websites
}

/** What the QR on the website says, as the website itself tells the page around it. */
function useLinkOf(frame: RefObject<HTMLIFrameElement>) {
  const [link, setLink] = useState<string>()
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent<{ nanshaLink?: unknown } | null>) => {
      if (source !== frame.current?.contentWindow || typeof data?.nanshaLink !== 'string') return
      setLink(data.nanshaLink)
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [frame])
  return { link, forget: () => setLink(undefined) }
}

/** A frame of another site would get no cookies; by its number this machine is the same site as this page. */
function onThisMachine(url: string): string {
  const address = new URL(url)
  address.hostname = '127.0.0.1'
  return address.href
}

function drawCode(text: string): HTMLCanvasElement {
  const { data, size } = encode(text, { border: MARGIN })
  const canvas = document.createElement('canvas')
  canvas.width = size * MODULE
  canvas.height = size * MODULE
  const context = canvas.getContext('2d')
  if (!context) return canvas
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#000'
  for (const [y, row] of data.entries())
    for (const [x, isDark] of row.entries())
      if (isDark) context.fillRect(x * MODULE, y * MODULE, MODULE, MODULE)
  return canvas
}
