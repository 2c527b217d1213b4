import { timeInChina } from '@nansha/shared/age-in-china'
import { NanshaError } from '@nansha/shared/errors'
import * as v from 'valibot'
import { accountOf } from '../records/account-key'
import type { AlertKind } from '../records/alerts'
import type { CallWechat } from '../registry/wechat-api'
import type { AlertChannel } from './alert-channel'

/** A template of the app's account (订阅消息), and its two fields that are filled in. */
export interface AlertTemplate {
  readonly id: string
  /** Of the type `thing`: at most 20 characters. */
  readonly what: string
  /** Of the type `time`: a day and an hour in China. */
  readonly when: string
}

/** Neither organisation nor person: the message lies on a lock screen, and passes the platform's servers. */
const WHAT: Readonly<Record<AlertKind, string>> = {
  presented: '您的南沙身份刚被核验',
  refused: '您的南沙身份出示未被接受',
  attempted: '有人用您的号码申请，未通过',
  rebinding: '有人申请换手机，请尽快确认',
  issued: '您的南沙身份已换到另一部手机',
}

/** The citizen refused, or what they agreed to was one message. */
const REFUSED = 43_101
const Sent = v.object({ errcode: v.number() })

/**
 * Subscription messages of the platform (`/cgi-bin/message/subscribe/send`). Whether somebody agreed, and to how many, the platform
 * keeps.
 */
export function createWechatAlerts(call: CallWechat, { id, what, when }: AlertTemplate): AlertChannel {
  return {
    templateId: id,
    async send(account, { kind, at }) {
      const body = {
        touser: accountOf(account).openId,
        template_id: id,
        page: 'history/index',
        data: { [what]: { value: WHAT[kind] }, [when]: { value: timeInChina(at.getTime()) } },
      }
      const { errcode } = await call('/cgi-bin/message/subscribe/send', body, Sent)
      if (errcode === 0) return 'sent'
      if (errcode === REFUSED) return 'unwanted'
      throw new NanshaError('SERVICE_UNAVAILABLE')
    },
  }
}
