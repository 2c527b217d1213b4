import { RegularExpression } from '@nansha/localcloud/database/ejson'
import { type Examples, type ExpressionExample, gives, refused } from './example'

const CAFE = 'cafétéria'

export const texts: Examples<ExpressionExample> = {
  $concat: [
    gives({ $concat: ['$item', ' - ', '$description'] }, 'ABC1 - product 1', {
      item: 'ABC1',
      description: 'product 1',
    }),
    gives({ $concat: ['$item', ' - ', null] }, null, { item: 'XYZ1' }),
    refused({ $concat: ['a', 1] }, 'needs a text'),
  ],
  $indexOfBytes: [
    gives({ $indexOfBytes: ['cafeteria', 'e'] }, 3),
    gives({ $indexOfBytes: [CAFE, 'é'] }, 3),
    gives({ $indexOfBytes: [CAFE, 'e'] }, -1),
    gives({ $indexOfBytes: [CAFE, 't'] }, 5),
    gives({ $indexOfBytes: ['foo.bar.fi', '.', 5] }, 7),
    gives({ $indexOfBytes: ['vanilla', 'll', 0, 2] }, -1),
    gives({ $indexOfBytes: ['vanilla', 'll', 12] }, -1),
    gives({ $indexOfBytes: ['vanilla', 'll', 5, 2] }, -1),
    gives({ $indexOfBytes: ['vanilla', 'nilla', 3] }, -1),
    gives({ $indexOfBytes: [null, 'foo'] }, null),
    refused({ $indexOfBytes: ['vanilla', 'll', -1] }, 'not negative'),
    refused({ $indexOfBytes: ['vanilla', null] }, 'needs a text'),
  ],
  $indexOfCP: [
    gives({ $indexOfCP: [CAFE, 'é'] }, 3),
    gives({ $indexOfCP: [CAFE, 't'] }, 4),
    gives({ $indexOfCP: ['a名字', '字'] }, 2),
    gives({ $indexOfCP: ['\u{2CC56}x', 'x'] }, 1),
    gives({ $indexOfCP: ['foo.bar.fi', '.', 5] }, 7),
    gives({ $indexOfCP: [null, 'foo'] }, null),
  ],
  $split: [
    gives({ $split: ['June-15-2013', '-'] }, ['June', '15', '2013']),
    gives({ $split: ['banana split', 'a'] }, ['b', 'n', 'n', ' split']),
    gives({ $split: ['astronomical', 'astro'] }, ['', 'nomical']),
    gives({ $split: ['pea green boat', 'owl'] }, ['pea green boat']),
    gives({ $split: [null, 'a'] }, null),
    refused({ $split: ['headphone jack', 7] }, 'needs a text'),
    refused({ $split: ['headphone jack', new RegularExpression('jack', '')] }, 'needs a text'),
    refused({ $split: ['abc', ''] }, 'not empty'),
  ],
  $strLenBytes: [
    gives({ $strLenBytes: 'Hello World!' }, 12),
    gives({ $strLenBytes: CAFE }, 11),
    gives({ $strLenBytes: '' }, 0),
    gives({ $strLenBytes: { $literal: '$€λG' } }, 7),
    gives({ $strLenBytes: '寿司' }, 6),
    refused({ $strLenBytes: null }, 'needs a text'),
  ],
  $strLenCP: [
    gives({ $strLenCP: CAFE }, 9),
    gives({ $strLenCP: { $literal: '$€λG' } }, 4),
    gives({ $strLenCP: '寿司' }, 2),
    refused({ $strLenCP: '$gone' }, 'needs a text'),
  ],
  $strcasecmp: [
    gives({ $strcasecmp: ['13Q1', '13q4'] }, -1),
    gives({ $strcasecmp: ['13Q4', '13q4'] }, 0),
    gives({ $strcasecmp: ['14Q2', '13q4'] }, 1),
    gives({ $strcasecmp: [null, 'a'] }, -1),
  ],
  $substr: [
    gives({ $substr: ['$quarter', 0, 2] }, '13', { quarter: '13Q1' }),
    gives({ $substr: ['13Q1', 2, -1] }, 'Q1'),
    gives({ $substr: ['abc', 5, 2] }, ''),
  ],
  $substrBytes: [
    gives({ $substrBytes: ['abcde', 1, 2] }, 'bc'),
    gives({ $substrBytes: ['Hello World!', 6, 5] }, 'World'),
    gives({ $substrBytes: [CAFE, 0, 5] }, 'café'),
    gives({ $substrBytes: [CAFE, 5, 4] }, 'tér'),
    gives({ $substrBytes: ['寿司sushi', 0, 3] }, '寿'),
    gives({ $substrBytes: ['hello', 1, -1] }, 'ello'),
    refused({ $substrBytes: [CAFE, 7, 3] }, 'cut a character'),
    refused({ $substrBytes: [CAFE, 3, 1] }, 'cut a character'),
  ],
  $substrCP: [
    gives({ $substrCP: ['abcde', 1, 2] }, 'bc'),
    gives({ $substrCP: [CAFE, 0, 5] }, 'cafét'),
    gives({ $substrCP: ['寿司sushi', 0, 3] }, '寿司s'),
    gives({ $substrCP: [null, 0, 1] }, ''),
    refused({ $substrCP: ['abc', 0, -1] }, 'not negative'),
  ],
  $toLower: [
    gives({ $toLower: 'PRODUCT 1' }, 'product 1'),
    gives({ $toLower: null }, ''),
    gives({ $toLower: 'ÄB' }, 'Äb'),
  ],
  $toUpper: [
    gives({ $toUpper: 'product 1' }, 'PRODUCT 1'),
    gives({ $toUpper: '$gone' }, ''),
    gives({ $toUpper: 5 }, '5'),
    refused({ $toUpper: [[1]] }, 'cannot make a text'),
  ],
}
