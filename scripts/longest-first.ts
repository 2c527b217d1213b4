import path from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { REPOSITORY } from './project-folders'

/** The test files that take half a minute and more on a quiet machine, longest first. */
const LONGEST = [
  'tests/e2e/demo.test.ts',
  'tests/functions/enrol/enrol.test.ts',
  'tests/e2e/screens.test.ts',
  'tests/e2e/hotel.test.ts',
  'tests/functions/enrol/guided.test.ts',
  'tests/miniprogram/verifier/h5.test.ts',
  'tests/miniprogram/citizen/h5.test.ts',
  'tests/core/document/drawn-cards.test.ts',
  'tests/core/face/match-photos.test.ts',
  'tests/core/face/liveness/check-liveness.test.ts',
  'tests/attacks/moved-still-photo.test.ts',
  'tests/localcloud/durability/durability.test.ts',
  'tests/scripts/package-functions.test.ts',
  'tests/core/document/read-portrait-side.test.ts',
  'tests/miniprogram/verifier/weapp.test.ts',
  'tests/attacks/blend-as-all-frames.test.ts',
]

/** These share their modules from file to file, so that nothing else may come between them; the short ones fill what remains. */
const SHARING = ['pictures', 'quick']

/** Starts the longest files first, so that none is left to run alone when everything else has ended. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = LONGEST.indexOf(path.relative(REPOSITORY, moduleId).replaceAll(path.sep, '/'))
      return place < 0 ? LONGEST.length : place
    }
    const blockOf = ({ project }: TestSpecification) => SHARING.indexOf(project.name)
    // Groups do not mix whatever the order; what is equal here stays in vitest's own.
    return (await super.sort(files)).sort((a, b) => blockOf(a) - blockOf(b) || placeOf(a) - placeOf(b))
  }
}
