import { type Examples, type ExpressionExample, gives } from './example'

const student = { quizzes: [10, 6, 7], labs: [5, 8], final: 80, midterm: 75, words: ['a', 'b'] }

/** Accumulators outside of `$group`. */
export const accumulated: Examples<ExpressionExample> = {
  $sum: [
    gives({ $sum: '$quizzes' }, 23, student),
    gives({ $sum: ['$final', '$midterm'] }, 155, student),
    gives({ $sum: ['$quizzes', '$final'] }, 80, student),
    gives({ $sum: '$words' }, 0, student),
    gives({ $sum: '$gone' }, 0),
  ],
  $avg: [
    gives({ $avg: '$labs' }, 6.5, student),
    gives({ $avg: ['$final', '$midterm'] }, 77.5, student),
    gives({ $avg: '$words' }, null, student),
  ],
  $max: [
    gives({ $max: '$quizzes' }, 10, student),
    gives({ $max: ['$final', '$midterm', null] }, 80, student),
    gives({ $max: '$gone' }, null),
  ],
  $min: [
    gives({ $min: '$quizzes' }, 6, student),
    gives({ $min: ['$final', '$gone'] }, 80, student),
    gives({ $min: [['b', 1, null]] }, 1),
  ],
  $stdDevPop: [
    gives({ $stdDevPop: { $literal: [85, 90, 71] } }, 8.04155872120988),
    gives({ $stdDevPop: [5] }, 0),
    gives({ $stdDevPop: '$words' }, null, student),
  ],
  $stdDevSamp: [
    gives({ $stdDevSamp: { $literal: [85, 90, 71] } }, 9.848857801796104),
    gives({ $stdDevSamp: [5] }, null),
  ],
}
