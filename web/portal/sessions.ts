import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** A visitor's browser, by a random cookie. */
export interface Session {
  transaction: string | undefined
  claims: Readonly<Record<string, unknown>> | undefined
}

/** When there are more, the oldest is forgotten. */
const MOST_SESSIONS = 1000

/** Sessions of one website, in memory. */
export interface Sessions {
  /** The session of the request's cookie, or a new one. */
  open(request: IncomingMessage, response: ServerResponse): [id: string, session: Session]
  /** Begins a signed-in session under a new name, so that a cookie which somebody planted opens nothing. */
  signIn(session: Session, claims: Session['claims'], response: ServerResponse): void
  end(id: string): void
}

/** @param cookie name of the cookie: websites on other ports of this machine share its cookies */
export function createSessions(cookie: string): Sessions {
  const sessions = new Map<string, Session>()
  const named = new RegExp(`(?:^|; )${cookie}=([\\w-]{32})(?:;|$)`)

  const add = (session: Session, response: ServerResponse): string => {
    const id = randomBytes(24).toString('base64url')
    sessions.set(id, session)
    response.setHeader('set-cookie', `${cookie}=${id}; HttpOnly; SameSite=Lax; Path=/`)
    return id
  }

  return {
    open: (request, response) => {
      const sent = named.exec(request.headers.cookie ?? '')?.[1]
      const known = sent === undefined ? undefined : sessions.get(sent)
      if (sent !== undefined && known) return [sent, known]
      for (const oldest of sessions.keys()) if (sessions.size >= MOST_SESSIONS) sessions.delete(oldest)
      const session: Session = { transaction: undefined, claims: undefined }
      return [add(session, response), session]
    },
    signIn: (session, claims, response) => {
      session.transaction = undefined
      add({ transaction: undefined, claims }, response)
    },
    end: (id) => void sessions.delete(id),
  }
}
