import type { Text } from '@nansha/kit/i18n/fill-text'
import { ERRORS, type ErrorCode } from '@nansha/shared/errors'

/** What a desk reads of a refusal is written for clerks; the holder of the credential reads this. */
const HOLDER_REASONS: Partial<Record<ErrorCode, Text>> = {
  TICKET_EXPIRED: {
    zh: '扫码时二维码已过期，可能是截图或旧画面。',
    en: 'The code had expired when it was scanned. It was an old screen or a screenshot.',
  },
  TICKET_FUTURE: {
    zh: '手机时间不准。联网一次即可校准。',
    en: 'The phone’s clock was ahead. Go online once to correct it.',
  },
  TICKET_REPLAYED: {
    zh: '同一个码被再次使用，已被拒绝。如非您本人操作，请冻结证件。',
    en: 'The same code was shown a second time and was refused. If that was not you, freeze your ID.',
  },
  SCENARIO_MISMATCH: {
    zh: '出示的用途与对方的业务不符。',
    en: 'The code was for a different purpose from the one the desk asked for.',
  },
  DESK_MISMATCH: { zh: '出示内容是给另一个窗口的。', en: 'It was approved for a different desk.' },
  UNLOCK_REQUIRED: {
    zh: '此用途需要先输入出示密码。',
    en: 'This purpose needs your PIN first.',
  },
  ASSURANCE_TOO_LOW: {
    zh: '您领取证件时的核验等级不足以办理此业务，请出示身份证原件。',
    en: 'Your identity was not verified strongly enough for this when you enrolled. Show your physical card.',
  },
  PORTRAIT_MISMATCH: {
    zh: '工作人员认为照片与出示人不符。如不是您本人出示，请冻结证件。',
    en: 'The clerk decided that the photo was of someone else. If it was not you who showed the code, freeze your ID.',
  },
  CREDENTIAL_FROZEN: {
    zh: '您的证件已冻结。确认手机安全后，可在“设置”中解除。',
    en: 'You froze your ID. Once your phone is safe, unfreeze it in Settings.',
  },
  CREDENTIAL_REVOKED: {
    zh: '这部手机上的证件已停用。请重新申领，或出示身份证原件。',
    en: 'The ID on this phone no longer works. Enrol again, or show your physical card.',
  },
  DOCUMENT_MISSING: {
    zh: '这部手机上没有这项业务需要的证件。请先在首页添加。',
    en: 'The document needed for this is not on this phone. Add it from the home page first.',
  },
  DOCUMENT_OUTDATED: {
    zh: '证件信息已过期。请联网打开首页，它会自动更新。',
    en: 'The document is out of date. Open the home page while online and it updates itself.',
  },
  CHILD_CARD_OUTDATED: {
    zh: '孩子的证件信息已过期。请联网打开首页，它会自动更新。',
    en: 'The child’s card is out of date. Open the home page while online and it updates itself.',
  },
  CREDENTIAL_EXPIRED: { zh: '证件已过期。请重新申领。', en: 'Your ID has expired. Please enrol again.' },
  TRUST_OUTDATED: {
    zh: '暂时无法核实对方单位：信任名单已过期。请稍后再试，或出示身份证原件。',
    en: 'The trust list has expired, so it cannot be checked who is asking. Try again later, or show your physical card.',
  },
  TRUST_INVALID: {
    zh: '暂时无法核实对方单位：信任名单未通过验证。请勿出示，并更新小程序。',
    en: 'The trust list’s signature is invalid, so it cannot be checked who is asking. Show nothing, and update the mini-program.',
  },
}

/** @returns why something was refused, in words for the holder */
export function holderReason(code: ErrorCode): Text {
  return HOLDER_REASONS[code] ?? ERRORS[code]
}
