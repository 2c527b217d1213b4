import type { Text } from '@nansha/kit/i18n/fill-text'
import type { LogEvent } from '@nansha/shared/log/entry'
import type { Assurance } from '@nansha/shared/scenarios'
import type { LogCheck } from './log-fault'

export const TEXTS = {
  title: { zh: '我的证件在哪些手机上', en: 'Where my ID is active' },
  lead: {
    zh: '用您的身份证号签发过的每一张电子证件。这部手机自己去公开的记录里逐条核对，谁也不能瞒着您签发。',
    en: 'Every digital ID issued for your number. This phone checks the public record itself, line by line, so that no ID can be issued without your knowledge.',
  },
  walletsTitle: { zh: '其他钱包', en: 'Other wallets' },
  walletsText: {
    zh: '存入其他钱包应用的身份不在上面的记录里，在这里查看、添加和收回。',
    en: 'Copies that you gave to other wallet apps are not in the record above. See, add and withdraw them here.',
  },
  wallets: { zh: '管理其他钱包', en: 'Manage other wallets' },
  loading: { zh: '正在核对公开的签发记录…', en: 'Checking the public record…' },
  own: { zh: '这部手机上正在使用', en: 'In use on this phone' },
  here: { zh: '曾在这部手机上', en: 'Was on this phone' },
  elsewhere: { zh: '在另一部手机上', en: 'On another phone' },
  withoutWord: {
    zh: '公开记录里有，服务器没有说明它的去向',
    en: 'In the public record. The server does not give its status',
  },
  logged: { zh: '✓ 已在公开记录中', en: '✓ In the public record' },
  waiting: {
    zh: '刚刚签发，一分钟内记入公开记录',
    en: 'Just issued. It will be in the public record within a minute',
  },
  unread: {
    zh: '在尚未核对的较早记录里',
    en: 'In the older part of the record, which has not been checked yet',
  },
  readOlder: { zh: '核对更早的记录（约 {size}）', en: 'Check older records (about {size})' },
  how: { zh: '怎么核对的？', en: 'How was this checked?' },
  hideHow: { zh: '收起', en: 'Hide' },
  unknownTitle: { zh: '有您不认识的？', en: 'Don’t recognise one of them?' },
  unknownText: {
    zh: '请马上冻结证件，再带身份证原件到柜台，或拨打 12345。',
    en: 'Freeze your ID now, then go to a counter with your physical card or call 12345.',
  },
  protect: { zh: '去冻结证件或锁定号码', en: 'Freeze my ID or lock my number' },
  uncheckable: {
    zh: '公开的签发记录暂时无法核对：可能没有按时更新，或需要更新本小程序。请稍后再看；若一天后仍如此，请拨打 12345。',
    en: 'The public record cannot be checked right now. It may not have been updated, or this app needs an update. Check again later. If the problem lasts more than a day, call 12345.',
  },
  notYet: {
    zh: '公开的签发记录暂时取不到。请稍后再看。',
    en: 'The public record cannot be loaded right now. Check again shortly.',
  },
} as const

export const SUMMARY_TEXTS = {
  only: {
    zh: '用您的身份证号只签发过 1 张，就在这部手机上 ✓',
    en: 'Only one ID was ever issued for your number: the one on this phone ✓',
  },
  others: {
    zh: '用您的身份证号共签发过 {count} 张：1 张在这部手机上，其余 {others} 张都已停用 ✓',
    en: '{count} IDs were issued for your number: one is on this phone, the other {others} no longer work ✓',
  },
  several: {
    zh: '用您的身份证号共签发过 {count} 张，除这部手机外还有一张没有停用。请逐条看看是不是您本人办理的。',
    en: '{count} IDs were issued for your number, and one other than this phone’s still works. Check that each was yours.',
  },
  unexplained: {
    zh: '用您的身份证号共签发过 {count} 张，其中有的服务器没有说明去向。如果您注销过电子证件，它属于那一次；否则请马上冻结证件。',
    en: '{count} IDs were issued for your number, and the server does not give the status of all of them. One may be a digital ID that you deleted. If you never deleted one, freeze your ID now.',
  },
  partly: {
    zh: '已核对的记录里，用您的身份证号签发过 {count} 张。更早的 {unread} 条记录还没有核对。',
    en: 'In the records checked so far, {count} IDs were issued for your number. {unread} older records have not been checked yet.',
  },
  waiting: {
    zh: '这部手机上的证件刚刚签发，一分钟内记入公开记录。请稍后再看。',
    en: 'The ID on this phone was just issued and will be in the public record within a minute. Check again shortly.',
  },
} as const

export const HOW_TEXTS = {
  what: {
    zh: '每次签发都会记入一份公开的、只能增加不能修改的记录。记录里没有姓名和号码，只有一个旁人认不出的代号。',
    en: 'Each time an ID is issued, a line is added to a public record. Lines are never changed or removed. The record has no names or numbers, only codes that nobody else can link to you.',
  },
  size: { zh: '记录现有 {size} 条，公布于 {time}。', en: 'The record has {size} lines, published {time}.' },
  all: { zh: '这部手机核对了每一条。', en: 'This phone has checked every line.' },
  some: {
    zh: '这部手机核对了第 {from} 条以后的每一条。',
    en: 'This phone has checked every line after line {from}.',
  },
  continues: {
    zh: '上次核对时有 {size} 条，那些内容没有被改动。',
    en: 'When you last checked there were {size} lines, and none of them has changed.',
  },
  stapled: {
    zh: '证件的入册证明已存在这部手机里。',
    en: 'The proof that your ID is in the record is kept on this phone.',
  },
  line: { zh: '您的证件是第 {line} 条。', en: 'Your ID is line {line}.' },
  fingerprint: { zh: '记录的指纹：{hash}', en: 'Fingerprint of the record: {hash}' },
} as const

export const UNKNOWN_TEXTS = {
  title: { zh: '有一张新证件不是发给这部手机的', en: 'A new ID was issued, and not to this phone' },
  text: {
    zh: '{time} 有人用您的身份证号领取了一张新的电子证件。如果不是您本人，请马上冻结，再带身份证原件到柜台，或拨打 12345。',
    en: 'A new digital ID was issued for your number ({time}). If that was not you, freeze your ID now, then go to a counter with your physical card or call 12345.',
  },
  known: { zh: '是我本人办理的', en: 'That was me' },
} as const

const MUST_NOT: Text = { zh: '这不应该发生。', en: 'This should never happen.' }
const never = ({ zh, en }: Text): Text => ({ zh: zh + MUST_NOT.zh, en: `${en} ${MUST_NOT.en}` })

export const ALARM_TEXTS = {
  title: { zh: '发现异常：您的签发记录对不上', en: 'Something is wrong: the public record is inconsistent' },
  why: {
    ROLLED_BACK: never({
      zh: '记录变短了：上次核对过的一部分不见了。',
      en: 'The record is shorter than before. Lines that this phone had checked are missing.',
    }),
    TWO_HEADS: never({
      zh: '同样的条数，内容却与上次核对的不同。',
      en: 'The record has as many lines as when you last checked, but they are not the same.',
    }),
    REWRITTEN: never({
      zh: '记录与这部手机上次核对过的对不上：以前的内容被改写或删除了。',
      en: 'Lines that this phone checked last time were changed or removed.',
    }),
    ENTRIES: never({
      zh: '公布的内容与它自己的签名对不上。',
      en: 'The published lines do not match their own signature.',
    }),
    SUBJECT: never({
      zh: '您的证件在记录里用了别的代号。',
      en: 'Your ID is in the record under a different code.',
    }),
    MISSING: never({
      zh: '有一张已经签发的证件不在公开记录里。',
      en: 'An ID that was issued is missing from the public record.',
    }),
  } satisfies Record<Exclude<LogCheck, 'HEAD'>, Text>,
  todo: {
    zh: '请这样做：① 截屏保存本页；② 冻结证件；③ 带身份证原件到柜台，或拨打 12345 并出示截屏。不要删除小程序：它保存着证据。',
    en: 'Do this: 1. Take a screenshot of this page. 2. Freeze your ID. 3. Go to a counter with your physical card, or call 12345, and show the screenshot. Do not delete the app: it keeps the evidence.',
  },
  kept: {
    zh: '这部手机上次核对：{size} 条，指纹 {hash}',
    en: 'Last checked on this phone: {size} lines, {hash}',
  },
  none: { zh: '这部手机此前没有核对过', en: 'This phone had not checked the record before' },
  now: { zh: '现在公布的：{size} 条，指纹 {hash}', en: 'Published now: {size} lines, {hash}' },
  freeze: { zh: '立即冻结证件', en: 'Freeze my ID now' },
  frozen: { zh: '证件已冻结。', en: 'Your ID is frozen.' },
  again: { zh: '再核对一次', en: 'Check again' },
} as const

export const EVENT_TEXTS: Readonly<Record<LogEvent, Text>> = {
  issued: { zh: '首次签发', en: 'First issued' },
  rebound: { zh: '换手机重新签发', en: 'Reissued to a phone' },
  renewed: { zh: '到期自动续签', en: 'Renewed before it expired' },
}
/** Of one that is not in the public record yet. */
export const JUST_ISSUED: Text = { zh: '新签发', en: 'Issued' }

export const ASSURANCE_TEXTS: Readonly<Record<Assurance, Text>> = {
  specimen: { zh: '样本，仅供体验', en: 'Specimen, for testing only' },
  'guided-face': { zh: '本程序拍摄人脸核验', en: 'Verified by this app’s own face check' },
  'platform-face': { zh: '平台人脸核验', en: 'Verified by the platform’s face check' },
  'face+registry': { zh: '人脸与人口库比对', en: 'Face matched against the registry' },
  'in-person': { zh: '柜台当面核验', en: 'Verified in person at a counter' },
}
