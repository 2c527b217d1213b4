import type { Text } from '@nansha/kit/i18n/fill-text'
import type { ErrorCode } from '@nansha/shared/errors'
import type { Section } from '../parts/Sections'

export const TEXTS = {
  title: { zh: '手机丢了', en: 'I lost my phone' },
  lead: {
    zh: '先冻结，再补办。冻结后，谁也不能出示您的证件。',
    en: 'Freeze your ID first, then get it on another phone. Nobody can show it while it is frozen.',
  },
  freezeText: {
    zh: '冻结本微信账号名下的全部电子证件，包括丢失的手机上的，以及您以监护人身份办理的。',
    en: 'This freezes every digital ID of this WeChat account, including the one on the lost phone and those of children for whom you are the guardian.',
  },
  freeze: { zh: '立即冻结', en: 'Freeze now' },
  frozen: {
    zh: '已冻结。丢失的手机上的证件现在不能出示。',
    en: 'Frozen. The ID on the lost phone can no longer be shown.',
  },
} as const

/** Codes whose sentence in shared/errors speaks to a person who enrols, in words for a person who lost a phone. */
export const FAILURES: Partial<Record<ErrorCode, Text>> = {
  CREDENTIAL_NONE: {
    zh: '本微信账号名下没有电子证件。如果当时用的是另一个微信账号，请登录那个账号，或按下面的办法打电话、到柜台冻结。',
    en: 'This WeChat account has no digital ID. If you enrolled with another account, sign in to that one, or freeze your ID by telephone or at a counter as described below.',
  },
  CREDENTIAL_REVOKED: {
    zh: '本微信账号名下的电子证件都已停用，谁也不能出示，不需要冻结。',
    en: 'The digital IDs of this WeChat account have all been withdrawn. Nobody can show them, so there is nothing to freeze.',
  },
}

export const SECTIONS: readonly Section[] = [
  {
    title: { zh: '登录不了当时的微信账号', en: 'If you cannot sign in to the account you enrolled with' },
    text: {
      zh: '拨打 12345，报姓名和身份证号码；或带身份证原件到任一政务服务中心的身份凭证窗口。都可以当场冻结。',
      en: 'Call 12345 and give your name and resident number, or take your physical card to the identity window of any government service centre. Both can freeze it on the spot.',
    },
  },
  {
    title: { zh: '手机找回来了', en: 'If you find the phone' },
    text: {
      zh: '在那部手机的“设置”里解除冻结，需要出示密码或刷脸。',
      en: 'Unfreeze your ID in the settings of that phone. You need your PIN or your face.',
    },
  },
  {
    title: { zh: '换了新手机', en: 'If you have a new phone' },
    text: {
      zh: '在新手机上重新申领，丢失的手机上的证件同时停用。近期用过的旧手机要等24小时；急用请到柜台，当场办理。',
      en: 'Enrol on the new phone; the ID on the lost one then stops working. If the lost phone was used recently, you have to wait 24 hours. If it is urgent, a counter can do it on the spot.',
    },
  },
]
