import type { Point } from '@nansha/shared/geometry/projection'
import type { CardSide } from '@nansha/shared/identity-card'

/** A caption of the card and the middle of its print, in shares of the card's width and height. */
export interface Caption {
  readonly text: string
  readonly middle: Point
}

/** Where the captions stand, measured on upright cards (GA 467 fixes the layout). */
export const CAPTIONS: Readonly<Record<CardSide, readonly Caption[]>> = {
  portrait: [
    { text: '姓名', middle: [0.098, 0.14] },
    { text: '性别', middle: [0.098, 0.26] },
    { text: '民族', middle: [0.318, 0.26] },
    { text: '出生', middle: [0.098, 0.375] },
    { text: '住址', middle: [0.098, 0.495] },
    { text: '公民身份号码', middle: [0.152, 0.87] },
  ],
  emblem: [
    { text: '中华人民共和国', middle: [0.566, 0.2] },
    { text: '居民身份证', middle: [0.59, 0.4] },
    { text: '签发机关', middle: [0.312, 0.77] },
    { text: '有效期限', middle: [0.312, 0.885] },
  ],
}

/** Middles of the first and the last character of the resident number. */
export const NUMBER_ENDS: readonly [Point, Point] = [
  [0.346, 0.87],
  [0.902, 0.87],
]

/** The portrait's field. */
export const PORTRAIT = { left: 0.625, top: 0.11, right: 0.93, bottom: 0.705 }
