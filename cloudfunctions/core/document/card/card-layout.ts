import type { Point } from '@nansha/shared/geometry/projection'
import type { CardSide } from '@nansha/shared/identity-card'
import type { IdentityDocument } from '@nansha/shared/identity-document'

/** A caption of the card and the middle of its print, in shares of the card's width and height. */
export interface Caption {
  readonly text: string
  readonly middle: Point
}

/**
 * A side as it is printed. All documents have the same portrait side, where permits leave the ethnic group out; the other
 * side has its document's title, and a permit's has two rows more.
 */
export type Layout = 'portrait' | IdentityDocument

const STATE: Caption = { text: '中华人民共和国', middle: [0.566, 0.2] }
const PERMIT_ROWS: readonly Caption[] = [
  { text: '签发机关', middle: [0.312, 0.66] },
  { text: '有效期限', middle: [0.312, 0.765] },
  { text: '通行证号码', middle: [0.328, 0.87] },
  { text: '签发次数', middle: [0.762, 0.87] },
]

/**
 * Where the captions stand. Those of the ID card were measured on upright cards (GA 467 fixes the layout); the emblem
 * sides of permits are measured on drawn specimens alone.
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
  'resident-id-card': [
    STATE,
    { text: '居民身份证', middle: [0.59, 0.4] },
    { text: '签发机关', middle: [0.312, 0.77] },
    { text: '有效期限', middle: [0.312, 0.885] },
  ],
  'hong-kong-macao-permit': [STATE, { text: '港澳居民居住证', middle: [0.59, 0.4] }, ...PERMIT_ROWS],
  'taiwan-permit': [STATE, { text: '台湾居民居住证', middle: [0.59, 0.4] }, ...PERMIT_ROWS],
}

export const LAYOUTS = Object.keys(CAPTIONS) as Layout[]

export function sideOf(layout: Layout): CardSide {
  return layout === 'portrait' ? 'portrait' : 'emblem'
}

/** Middles of the first and the last character of the resident number. */
export const NUMBER_ENDS: readonly [Point, Point] = [
  [0.346, 0.87],
  [0.902, 0.87],
]

/** The portrait's field. */
export const PORTRAIT = { left: 0.625, top: 0.11, right: 0.93, bottom: 0.705 }
