import { OpaqueValue, RegularExpression } from '@nansha/localcloud/database/ejson'
import fc from 'fast-check'

const field = fc.stringMatching(/^[a-z]{1,3}$/)

/** Any value that a document can hold. */
export const anyValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, false, 0, -0, 1, 1.5, -1, 2 ** 31, 2 ** 40, Number.NaN, Infinity, -Infinity),
    fc.integer(),
    fc.double(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', 'a', '\u0000', '\u0001', '\u0002', 'a\u0000b', '\u{10FFFF}', '赟翀'),
    fc.date({ noInvalidDate: true }),
    fc.constantFrom(new RegularExpression('a', 'i'), new RegularExpression('^b/c$', 'ms')),
    fc.constantFrom(2n ** 60n, 2n ** 60n + 1n, -(2n ** 63n), 2n ** 63n - 1n),
    fc.constantFrom(
      new OpaqueValue('$oid', '5f0000000000000000000001'),
      new OpaqueValue('$binary', { base64: 'AQI=', subType: '00' }),
      new OpaqueValue('$minKey', 1),
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(field, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value
