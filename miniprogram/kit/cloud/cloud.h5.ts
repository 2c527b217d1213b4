import { DEVELOPMENT_APPID } from '../device/app-identity'
import { hasNetwork } from '../device/network.h5'
import { profile } from '../device/profile.h5'
import { type NoAnswer, offline, parseAnswer, slow, unavailable } from './answer'
import type * as Port from './cloud'
import { DEFAULT_TIMEOUT_MS } from './time-limit'

/** Whom localcloud takes this tab for; it answers only on the loopback address. */
const identity = { 'x-wx-openid': profile, 'x-wx-appid': DEVELOPMENT_APPID }

export const callFunction: typeof Port.callFunction = async (name, event, options) => {
  const response = await send(`/functions/${name}`, 'POST', JSON.stringify(event), options)
  if (!(response instanceof Response)) return response
  if (!response.ok) return unavailable
  const body = (await response.json().catch(() => undefined)) as { result?: unknown } | undefined
  return parseAnswer(body?.result)
}

export const uploadFile: typeof Port.uploadFile = async (path, { src }, options) => {
  const picture = await readPicture(src)
  if (picture === undefined) return unavailable
  const response = await send(`/files?path=${encodeURIComponent(path)}`, 'PUT', picture, options)
  if (!(response instanceof Response)) return response
  const body = (await response.json().catch(() => undefined)) as { fileID?: unknown } | undefined
  if (!response.ok || typeof body?.fileID !== 'string') return unavailable
  return { ok: true, fileID: body.fileID }
}

/** @returns the bytes, `undefined` when the picture was discarded meanwhile */
async function readPicture(src: string): Promise<Blob | undefined> {
  return fetch(src).then(
    (found) => found.blob(),
    () => undefined,
  )
}

async function send(url: string, method: 'POST' | 'PUT', body: BodyInit, options: Port.CallOptions = {}) {
  const signal = AbortSignal.timeout(options.timeoutMs ?? DEFAULT_TIMEOUT_MS)
  try {
    return await fetch(url, { method, body, headers: identity, signal })
  } catch (reason) {
    return explain(reason)
  }
}

async function explain(reason: unknown): Promise<NoAnswer> {
  if (!(await hasNetwork())) return offline
  return reason instanceof DOMException && reason.name === 'TimeoutError' ? slow : unavailable
}
