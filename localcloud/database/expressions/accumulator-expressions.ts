import type { Value } from '../ejson'
import { type Accumulate, accumulators } from './accumulators'
import { type Build, operands } from './expression'

const NAMES = ['$avg', '$max', '$min', '$stdDevPop', '$stdDevSamp', '$sum']

/** Accumulators outside of `$group`: over the elements of one list, or over several operands of which each is one value. */
export const accumulatorExpressions: Readonly<Record<string, Build>> = Object.fromEntries(
  NAMES.map((name) => [name, overOperands(accumulators[name] as Accumulate)]),
)

function overOperands(accumulate: Accumulate): Build {
  return (operand, compile, name) => {
    const parts = operands(operand, compile, name, [0, Number.POSITIVE_INFINITY])
    const [only, ...others] = parts
    if (only && others.length === 0) {
      return (scope) => {
        const value: Value = only(scope)
        return accumulate(Array.isArray(value) ? value : [value])
      }
    }
    return (scope) => accumulate(parts.map((part) => part(scope)))
  }
}
