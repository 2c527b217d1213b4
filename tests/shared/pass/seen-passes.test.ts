import { notePass } from '@nansha/shared/pass/seen-passes'
import { expect, it } from 'vitest'

it("a companion's memory of passes refuses a pass that was accepted here before, and forgets it when it is dead anyway", () => {
  const first = notePass({}, 'a', 1_000)
  expect(first).toEqual({ a: 1_000 })
  expect(notePass(first ?? {}, 'a', 1_001)).toBeUndefined()
  const second = notePass(first ?? {}, 'b', 1_002)
  expect(second).toEqual({ a: 1_000, b: 1_002 })
  expect(notePass(second ?? {}, 'c', 1_000 + 86_400)).toEqual({ ...second, c: 87_400 })
  expect(notePass(second ?? {}, 'c', 1_000 + 86_401)).toEqual({ b: 1_002, c: 87_401 })
})
