import type { Now } from '../function/answer'
import { createCallWechat } from '../registry/wechat-api'
import { createWechatAlerts } from './alert-by-wechat'
import type { AlertChannel } from './alert-channel'

/** `<template id>:<field for what>,<field for when>`, e.g. `9Ab…:thing1,time2`. */
const SETTING = /^([\w-]{20,64}):(thing\d{1,3}),(time\d{1,3})$/

/**
 * Messages in the chat app, where `NANSHA_ALERT_TEMPLATE` names a template.
 *
 * @returns null without it: phones then offer none
 * @throws Error when it is no template, or the app's id and secret are missing
 */
export function chooseAlerts(
  {
    NANSHA_ALERT_TEMPLATE: setting,
    NANSHA_WECHAT_APP_ID: appId,
    NANSHA_WECHAT_APP_SECRET: appSecret,
  }: NodeJS.ProcessEnv,
  ports: { readonly fetch: typeof fetch; readonly now: Now },
): AlertChannel | null {
  if (!setting) return null
  const [, id = '', what = '', when = ''] = SETTING.exec(setting) ?? []
  if (!id) throw new Error('NANSHA_ALERT_TEMPLATE must be <template id>:thing<n>,time<n>.')
  if (!appId || !appSecret)
    throw new Error('NANSHA_ALERT_TEMPLATE needs NANSHA_WECHAT_APP_ID and NANSHA_WECHAT_APP_SECRET.')
  return createWechatAlerts(createCallWechat({ appId, appSecret, ...ports }), { id, what, when })
}
