import { compareValues } from '../compare'
import type { Value } from '../ejson'
import { type Build, isTrue, operands, unary, values } from './expression'

/** Comparisons over whole values of any types, in BSON's order, and logic. Nothing here looks into arrays. */
export const comparisons: Readonly<Record<string, Build>> = {
  $cmp: compared((difference) => Math.sign(difference)),
  $eq: compared((difference) => difference === 0),
  $ne: compared((difference) => difference !== 0),
  $gt: compared((difference) => difference > 0),
  $gte: compared((difference) => difference >= 0),
  $lt: compared((difference) => difference < 0),
  $lte: compared((difference) => difference <= 0),
  $not: unary((value) => !isTrue(value)),
  $and: (operand, compile, name) => {
    const parts = operands(operand, compile, name, [0, Number.POSITIVE_INFINITY])
    return (scope) => parts.every((part) => isTrue(part(scope)))
  },
  $or: (operand, compile, name) => {
    const parts = operands(operand, compile, name, [0, Number.POSITIVE_INFINITY])
    return (scope) => parts.some((part) => isTrue(part(scope)))
  },
}

function compared(answer: (difference: number) => Value): Build {
  return values([2, 2], ([a, b]) => answer(compareValues(a, b)))
}
