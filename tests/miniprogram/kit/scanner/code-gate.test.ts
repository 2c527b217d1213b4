import { createCodeGate } from '@nansha/kit/scanner/code-gate'
import { describe, expect, test } from 'vitest'

describe('code gate', () => {
  test('lets the first code through at once', () => {
    const gate = createCodeGate(1500)
    gate.begin(1_000_000)
    expect(gate.see(1_000_001)).toBe('new')
  })

  test('holds a code that stays in view, however often it is read and however its text rotates', () => {
    const gate = createCodeGate(1500)
    gate.begin(0)
    gate.see(0)
    const later = Array.from({ length: 200 }, (_, index) => gate.see(100 + index * 100))
    expect(new Set(later)).toEqual(new Set(['held']))
  })

  test('takes the next phone once the view was clear', () => {
    const gate = createCodeGate(1500)
    gate.begin(0)
    gate.see(0)
    expect(gate.see(1499)).toBe('held')
    expect(gate.see(1499 + 1500)).toBe('new')
  })

  test('after a verdict the last phone may still lie there: time away from the scanner does not count', () => {
    const gate = createCodeGate(1500)
    gate.begin(0)
    gate.see(0)
    gate.begin(20_000)
    expect(gate.see(20_100)).toBe('held')
  })

  test('a released gate lets the same code through again, once', () => {
    const gate = createCodeGate(1500)
    gate.begin(0)
    gate.see(0)
    gate.release()
    expect(gate.see(10)).toBe('new')
    expect(gate.see(20)).toBe('held')
  })
})
