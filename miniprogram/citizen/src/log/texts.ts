import type { Text } from '@nansha/kit/i18n/fill-text'
import type { LogEvent } from '@nansha/shared/issuance-log/log-entry'
import type { Assurance } from '@nansha/shared/scenarios'

export const TEXTS = {
  title: { zh: '签发记录', en: 'Everything issued' },
  lead: {
    zh: '用您的号码签发过的每一张电子凭证，出自公开的签发日志。谁也不能悄悄冒名签发。',
    en: 'Every credential ever issued on your number, from a public log: nobody can issue in your name unseen.',
  },
  loading: { zh: '正在取得并核对日志…', en: 'Fetching and checking the log…' },
  checked: {
    zh: '已核对：本手机验证了日志签名，每一条都确在日志之中（共 {size} 条）。',
    en: 'Checked: the log is signed, and every line below is in it (of {size} in all).',
  },
  continues: {
    zh: '与上次查看（{size} 条）相比，此前的内容没有被改动。',
    en: 'Nothing before your last look (at {size}) was changed.',
  },
  firstLook: {
    zh: '日志指纹已存入本手机，下次查看时会比对。',
    en: 'Its fingerprint is kept on this phone, and compared at your next look.',
  },
  own: { zh: '本机正在使用', en: 'In use on this phone' },
  here: { zh: '这部手机', en: 'This phone' },
  elsewhere: { zh: '另一部手机', en: 'Another phone' },
  deleted: { zh: '属于已删除的电子身份，已停用', en: 'Of an identity deleted since; revoked' },
  published: { zh: '✓ 已核对在日志中', en: '✓ Checked: it is in the log' },
  unpublished: { zh: '刚刚签发，几分钟内进入公开日志', en: 'Just issued: in the public log within minutes' },
  unknownTitle: { zh: '有您不认识的签发？', en: 'One that you do not know?' },
  unknownText: {
    zh: '请立即冻结证件，带身份证原件到柜台，或拨打 12345。',
    en: 'Freeze your ID at once, and go to a counter with your physical card or call 12345.',
  },
  protect: { zh: '去冻结或锁定号码', en: 'Freeze, or lock my number' },
  notYet: {
    zh: '日志每五分钟公布一次，暂时还取不到。请稍后再看。',
    en: 'The log is published every five minutes and is not there yet. Look again shortly.',
  },
  uncheckable: {
    zh: '公布的日志过旧或签名不对，现在无法核对。请稍后再看；若一天后仍如此，请拨打 12345。',
    en: 'What is published is too old or not signed rightly, and cannot be checked now. Look again later; if it stays so for a day, call 12345.',
  },
} as const

export const ALARM_TEXTS = {
  title: { zh: '签发日志被改动过', en: 'The issuance log was tampered with' },
  why: {
    REWRITTEN: {
      zh: '现在的日志与本手机上次保存的对不上：以前的记录被改写或删除了。这不应该发生。',
      en: 'The log no longer continues what this phone saw last time: past entries were changed or removed. This must never happen.',
    },
    PATH: {
      zh: '有签发记录不在公开的日志里。这不应该发生。',
      en: 'Something was issued that the public log does not contain. This must never happen.',
    },
    SUBJECT: {
      zh: '日志把别人的签发记录算在您名下。这不应该发生。',
      en: 'Entries of somebody else are listed under your number. This must never happen.',
    },
    MISSING: {
      zh: '您手机上的证件不在日志里。这不应该发生。',
      en: 'The credential on this phone is missing from the log. This must never happen.',
    },
  },
  todo: {
    zh: '请这样做：① 截屏保存本页；② 冻结证件；③ 带身份证原件到柜台，或拨打 12345 并出示截屏。不要删除小程序：它保存着证据。',
    en: 'Do this: 1. Take a screenshot of this page. 2. Freeze your ID. 3. Go to a counter with your physical card, or call 12345, and show the screenshot. Do not delete the app: it keeps the evidence.',
  },
  kept: { zh: '本手机保存的：第 {size} 条，指纹 {hash}', en: 'Kept on this phone: entry {size}, {hash}' },
  none: { zh: '本手机此前没有保存过日志', en: 'No log was kept on this phone before' },
  now: { zh: '现在公布的：第 {size} 条，指纹 {hash}', en: 'Published now: entry {size}, {hash}' },
  freeze: { zh: '立即冻结证件', en: 'Freeze my ID now' },
  frozen: { zh: '证件已冻结。', en: 'Your ID is frozen.' },
  again: { zh: '再核对一次', en: 'Check again' },
} as const

export const EVENT_TEXTS: Readonly<Record<LogEvent, Text>> = {
  issued: { zh: '首次签发', en: 'First issued' },
  rebound: { zh: '换手机重新签发', en: 'Issued anew to a phone' },
  renewed: { zh: '到期自动续签', en: 'Renewed before it expired' },
}

export const ASSURANCE_TEXTS: Readonly<Record<Assurance, Text>> = {
  specimen: { zh: '样本，仅供体验', en: 'A specimen, for trying out' },
  'guided-face': { zh: '本程序拍摄人脸核验', en: "Proven by this app's own face check" },
  'platform-face': { zh: '平台人脸核验', en: "Proven by the platform's face check" },
  'face+registry': { zh: '人脸与人口库比对', en: 'Proven by face against the registry' },
  'in-person': { zh: '柜台当面核验', en: 'Proven in person at a counter' },
}
