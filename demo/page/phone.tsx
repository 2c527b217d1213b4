import { type ReactNode, type RefObject, useLayoutEffect } from 'react'
import { installCameras, type PhoneCameras } from './install-cameras'
import type { Language } from './texts'

/** One phone: an app in a frame, with cameras that see what the demo holds before them. */
export function Phone(props: {
  readonly title: string
  readonly app: 'citizen' | 'verifier'
  /** The development identity that plays it. */
  readonly profile: string
  readonly language: Language
  readonly cameras: PhoneCameras
  readonly frame: RefObject<HTMLIFrameElement>
  readonly children: ReactNode
}) {
  const { title, app, profile, language } = props
  // Where the app keeps its owner's choice; it reads it once, as it starts.
  useLayoutEffect(
    () => localStorage.setItem(`nansha:${app}:${profile}:language`, language),
    [app, profile, language],
  )
  return (
    <section className="phone" aria-label={title}>
      <h2>{title}</h2>
      <div className="controls">{props.children}</div>
      <div className="case">
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
