import type { Point } from '@nansha/shared/geometry/projection'
import type { CardSide } from '@nansha/shared/identity-card'
import { type IdentityDocument, identityDocumentOf } from '@nansha/shared/identity-document'

/** A caption of the card and the middle of its print, in shares of the card's width and height. */
export interface Caption {
  readonly text: string
  readonly middle: Point
}

/** Sides with a portrait. That of permits is the ID card's without the ethnic group; that of a foreigner's card is laid out otherwise. */
export type PortraitLayout = 'portrait' | 'permanent-portrait'

/** A side as it is printed: one with a portrait, or the other one of a document, which has its title. */
export type Layout = PortraitLayout | IdentityDocument

const STATE: Caption = { text: '中华人民共和国', middle: [0.566, 0.2] }
const PERMIT_ROWS: readonly Caption[] = [
  { text: '签发机关', middle: [0.312, 0.66] },
  { text: '有效期限', middle: [0.312, 0.765] },
  { text: '通行证号码', middle: [0.328, 0.87] },
  { text: '签发次数', middle: [0.762, 0.87] },
]

/**
 * Where the captions stand. Those of the ID card were measured on upright cards (GA 467 fixes the layout); the emblem
 * sides of permits, and both sides of the foreign permanent resident's card of 2023 (GA 2102-2023), are measured on drawn
 * specimens alone.
 */
export const CAPTIONS: Readonly<Record<Layout, readonly Caption[]>> = {
  portrait: [
    { text: '姓名', middle: [0.098, 0.14] },
    { text: '性别', middle: [0.098, 0.26] },
    { text: '民族', middle: [0.318, 0.26] },
    { text: '出生', middle: [0.098, 0.375] },
    { text: '住址', middle: [0.098, 0.495] },
    { text: '公民身份号码', middle: [0.152, 0.87] },
  ],
  'permanent-portrait': [
    { text: '姓名', middle: [0.104, 0.125] },
    { text: '性别', middle: [0.104, 0.42] },
    { text: '出生日期', middle: [0.345, 0.42] },
    { text: '国籍', middle: [0.104, 0.56] },
    { text: '有效期限', middle: [0.126, 0.7] },
    { text: '证件号码', middle: [0.126, 0.87] },
  ],
  'resident-id-card': [
    STATE,
    { text: '居民身份证', middle: [0.59, 0.4] },
    { text: '签发机关', middle: [0.312, 0.77] },
    { text: '有效期限', middle: [0.312, 0.885] },
  ],
  'hong-kong-macao-permit': [STATE, { text: '港澳居民居住证', middle: [0.59, 0.4] }, ...PERMIT_ROWS],
  'taiwan-permit': [STATE, { text: '台湾居民居住证', middle: [0.59, 0.4] }, ...PERMIT_ROWS],
  // Parts of the two titles, so that a side with few captions still has enough known points.
  'permanent-resident-card': [
    STATE,
    { text: '外国人', middle: [0.415, 0.37] },
    { text: '永久居留', middle: [0.617, 0.37] },
    { text: '身份证', middle: [0.818, 0.37] },
    { text: 'FOREIGN', middle: [0.391, 0.48] },
    { text: 'IDCARD', middle: [0.795, 0.48] },
    { text: '签发机关', middle: [0.3, 0.725] },
  ],
}

export const LAYOUTS = Object.keys(CAPTIONS) as Layout[]

export function isPortraitLayout(layout: Layout): layout is PortraitLayout {
  return layout === 'portrait' || layout === 'permanent-portrait'
}

export function sideOf(layout: Layout): CardSide {
  return isPortraitLayout(layout) ? 'portrait' : 'emblem'
}

/** The side on which a number is printed. @param number parsed */
export function portraitLayoutOf(number: string): PortraitLayout {
  return identityDocumentOf(number) === 'permanent-resident-card' ? 'permanent-portrait' : 'portrait'
}

/** Middles of the first and the last character of the number. */
export const NUMBER_ENDS: Readonly<Record<PortraitLayout, readonly [Point, Point]>> = {
  portrait: [
    [0.346, 0.87],
    [0.902, 0.87],
  ],
  'permanent-portrait': [
    [0.371, 0.87],
    [0.885, 0.87],
  ],
}

/** A field of the card, in shares of its width and height. */
export interface CardField {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The portrait's field on an ID card or permit. */
export const PORTRAIT: CardField = { left: 0.625, top: 0.11, right: 0.93, bottom: 0.705 }

export const PORTRAITS: Readonly<Record<PortraitLayout, CardField>> = {
  portrait: PORTRAIT,
  'permanent-portrait': { left: 0.64, top: 0.11, right: 0.945, bottom: 0.705 },
}
