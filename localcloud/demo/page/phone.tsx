import type { ReactNode, RefObject } from 'react'
import { installCameras, type PhoneCameras } from './install-cameras'

/** One phone: an app in a frame, with cameras that see what the demo holds before them. */
export function Phone(props: {
  readonly title: string
  readonly address: string
  readonly cameras: PhoneCameras
  readonly frame: RefObject<HTMLIFrameElement>
  readonly children: ReactNode
}) {
  return (
    <section className="phone" aria-label={props.title}>
      <h2>{props.title}</h2>
      <div className="controls">{props.children}</div>
      <div className="case">
        <iframe
          ref={props.frame}
          title={props.title}
          src={props.address}
          onLoad={(event) => installCameras(event.currentTarget, props.cameras)}
        />
      </div>
    </section>
  )
}
