import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { installCameras, type PhoneCameras } from './install-cameras'
import type { Language, Texts } from './texts'

/** How often the drawn bar looks which page the app shows, in milliseconds. */
const LOOK_MS = 300

/** One phone: an app in a frame beneath the chat app's bars, with cameras that see what the demo holds before them. */
export function Phone(props: {
  readonly texts: Texts
  readonly title: string
  readonly app: 'citizen' | 'verifier'
  /** The development identity that plays it. */
  readonly profile: string
  readonly language: Language
  readonly cameras: PhoneCameras
  readonly frame: RefObject<HTMLIFrameElement>
  /** What can be done with this phone, beside it. */
  readonly children: ReactNode
}) {
  const { title, app, profile, language } = props
  // Where the app keeps its owner's choice; it reads it once, as it starts.
  useLayoutEffect(
    () => localStorage.setItem(`nansha:${app}:${profile}:language`, language),
    [app, profile, language],
  )
  return (
    <section className={`phone ${app}`} aria-label={title}>
      <div className="controls">{props.children}</div>
      <div className="case">
        <Bars texts={props.texts} frame={props.frame} />
        <iframe
          key={`${profile} ${language}`}
          ref={props.frame}
          title={title}
          src={`/${app}/?profile=${profile}`}
          onLoad={(event) => installCameras(event.currentTarget, props.cameras)}
        />
      </div>
    </section>
  )
}

/** The status bar and navigation bar that the chat app draws: 88 px, with its way back and its capsule. */
function Bars({ texts, frame }: { readonly texts: Texts; readonly frame: RefObject<HTMLIFrameElement> }) {
  const [{ title, deep }, setShown] = useState({ title: '', deep: false })
  useEffect(() => {
    const timer = setInterval(() => {
      const page = frame.current?.contentWindow
      const shown = { title: page?.document.title ?? '', deep: isDeep(page?.location.hash ?? '') }
      setShown((before) => (before.title === shown.title && before.deep === shown.deep ? before : shown))
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [frame])
  return (
    <div className="bars">
      <div className="status" aria-hidden="true">
        <span>9:41</span>
        <span>5G ▮▮▮</span>
      </div>
      <div className="navigation">
        {deep && (
          <button
            type="button"
            aria-label={texts.back}
            onClick={() => frame.current?.contentWindow?.history.back()}
          >
            ‹
          </button>
        )}
        <span className="page-title">{title}</span>
        <span className="capsule" aria-hidden="true">
          ••• ◎
        </span>
      </div>
    </div>
  )
}

/** Whether the app shows another page than its first, so that the platform would draw a way back. */
function isDeep(hash: string): boolean {
  return hash !== '' && !/^#?\/?(home|desk)\/index/.test(hash)
}
