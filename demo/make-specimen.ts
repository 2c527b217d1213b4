import { createResidentNumber } from '@nansha/shared/resident-number'
import type { CardText } from './specimen/draw-card'
import type { EmblemSideText } from './specimen/draw-emblem-side'

const GIVEN = ['安然', '一诺', '思远', '晓晨', '若谷', '怀瑾']

/** Draws up a synthetic identity for a visitor's own face. The surname 样 ("sample") belongs to nobody in the cast. */
export function makeSpecimen(sex: CardText['sex'], random: () => number): CardText & EmblemSideText {
  const pick = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  const two = (value: number) => String(value).padStart(2, '0')
  const birth = `${pick(1960, 2003)}-${two(pick(1, 12))}-${two(pick(1, 28))}`
  return {
    name: `样${GIVEN[pick(0, GIVEN.length - 1)]}`,
    sex,
    ethnicity: '汉',
    birth,
    // Any street but 样本路: print that says 样本 is taken for the stamp of a specimen, not for an address.
    address: `广东省广州市南沙区示范路${pick(1, 299)}号`,
    number: createResidentNumber({ region: '440115', birthdate: birth, sex }, random),
    authority: '广州市公安局南沙分局',
    validFrom: '2020-01-01',
    validUntil: '2040-01-01',
  }
}
