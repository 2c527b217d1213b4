import { type Examples, type ExpressionExample, gives, refused } from './example'

const A_B_A = ['a', 'b', 'a']
const B_A = ['b', 'a']
const NESTED = [['a', 'b']]

export const sets: Examples<ExpressionExample> = {
  $allElementsTrue: [
    gives({ $allElementsTrue: [[true, 1, 'someString']] }, true),
    gives({ $allElementsTrue: [[[false]]] }, true),
    gives({ $allElementsTrue: [[]] }, true),
    gives({ $allElementsTrue: [[null, false, 0]] }, false),
    refused({ $allElementsTrue: [null] }, 'needs a list'),
  ],
  $anyElementTrue: [
    gives({ $anyElementTrue: [[true, false]] }, true),
    gives({ $anyElementTrue: [[[false]]] }, true),
    gives({ $anyElementTrue: [[null, false, 0]] }, false),
    gives({ $anyElementTrue: [[]] }, false),
  ],
  $setDifference: [
    gives({ $setDifference: [A_B_A, B_A] }, []),
    gives({ $setDifference: [['a', 'b'], NESTED] }, ['a', 'b']),
    gives({ $setDifference: [[1], null] }, null),
  ],
  $setEquals: [
    gives({ $setEquals: [A_B_A, B_A] }, true),
    gives({ $setEquals: [['a', 'b'], NESTED] }, false),
    refused({ $setEquals: [[1], null] }, 'needs a list'),
    refused({ $setEquals: [[1]] }, '2 to Infinity operands'),
  ],
  $setIntersection: [
    gives({ $setIntersection: [A_B_A, B_A] }, ['a', 'b']),
    gives({ $setIntersection: [['a', 'b'], NESTED] }, []),
    gives({ $setIntersection: [[1], '$gone'] }, null),
  ],
  $setIsSubset: [
    gives({ $setIsSubset: [A_B_A, B_A] }, true),
    gives({ $setIsSubset: [['a', 'b'], NESTED] }, false),
    refused({ $setIsSubset: [[1], null] }, 'needs two lists'),
  ],
  $setUnion: [
    gives({ $setUnion: [A_B_A, B_A] }, ['a', 'b']),
    gives({ $setUnion: [['a', 'b'], NESTED] }, ['a', 'b', ['a', 'b']]),
    gives({ $setUnion: [['a'], null] }, null),
  ],
}
