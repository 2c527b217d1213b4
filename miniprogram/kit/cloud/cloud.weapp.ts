import { hasNetwork } from '../device/network.weapp'
import { defect, type NoAnswer, offline, parseAnswer, slow, unavailable } from './answer'
import type * as Port from './cloud'
import { localTransport } from './local-transport.weapp'
import { IS_LOCAL } from './settings'
import { DEFAULT_TIMEOUT_MS, TimedOut, withTimeLimit } from './time-limit'
import { wechatTransport } from './wechat-transport.weapp'

const transport = IS_LOCAL ? localTransport : wechatTransport

export const callFunction: typeof Port.callFunction = async (name, event, options = {}) => {
  try {
    const sent = transport.call(name, event)
    return parseAnswer(await withTimeLimit(sent, options.timeoutMs ?? DEFAULT_TIMEOUT_MS))
  } catch (reason) {
    return explain(reason)
  }
}

export const uploadFile: typeof Port.uploadFile = async (path, { src }, options = {}) => {
  try {
    const sent = transport.upload(path, src)
    const fileID = await withTimeLimit(sent, options.timeoutMs ?? DEFAULT_TIMEOUT_MS)
    return typeof fileID === 'string' ? { ok: true, fileID } : unavailable
  } catch (reason) {
    return explain(reason)
  }
}

/**
 * WeChat's own errors from -400000 down come from its cloud, so there was a network (function missing, crashed, …). What is no error of
 * the platform at all is the app's: an interface that this WeChat does not have.
 */
async function explain(reason: unknown): Promise<NoAnswer> {
  const { errCode } = reason as { errCode?: unknown }
  if (typeof errCode === 'number' && errCode <= -400_000) return unavailable
  if (reason instanceof TypeError || reason instanceof ReferenceError) {
    console.error(reason)
    return defect
  }
  if (!(await hasNetwork())) return offline
  return reason instanceof TimedOut ? slow : unavailable
}
