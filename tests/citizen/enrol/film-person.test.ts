import { describe, expect, test } from 'vitest'
import { type FilmPorts, filmPerson } from '../../../miniprogram/citizen/src/enrol/film-person'

function camera(overrides: Partial<FilmPorts> = {}) {
  let time = 5000
  let serial = 0
  const steps: number[] = []
  const ports: FilmPorts = {
    takePicture: async () => {
      time += 80
      return { src: `frame-${serial++}` }
    },
    now: () => time,
    sleep: async (ms) => {
      time += ms
    },
    onStep: (step) => void steps.push(step),
    isStopped: () => false,
    ...overrides,
  }
  const discarded: string[] = []
  return { ports, steps, discarded, discard: ({ src }: { src: string }) => void discarded.push(src) }
}

describe('filmPerson', () => {
  test('shows each request and takes frames of it, at times at which a person can act', async () => {
    const { ports, steps, discard } = camera()
    const frames = (await filmPerson(3, ports, discard)) ?? []
    expect(steps).toEqual([0, 1, 2, 3])
    expect(frames.map(({ step }) => step)).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3])
    frames.slice(1).forEach((frame, i) => {
      const before = frames[i]
      const pause = frame.at - (before?.at ?? 0)
      expect(pause).toBeGreaterThanOrEqual(frame.step === before?.step ? 50 : 1000)
    })
    expect(frames.at(-1)?.at).toBeLessThan(20_000)
  })

  test('stopped halfway, it leaves no picture behind', async () => {
    let asked = 0
    const { ports, discard, discarded } = camera({ isStopped: () => ++asked > 4 })
    expect(await filmPerson(3, ports, discard)).toBeUndefined()
    expect(discarded).toEqual(['frame-0', 'frame-1', 'frame-2', 'frame-3'])
  })

  test('a camera that fails leaves no picture behind either', async () => {
    let shots = 0
    const { ports, discard, discarded } = camera({
      takePicture: async () => {
        if (shots === 2) throw new Error('camera lost')
        return { src: `frame-${shots++}` }
      },
    })
    await expect(filmPerson(3, ports, discard)).rejects.toThrow('camera lost')
    expect(discarded).toEqual(['frame-0', 'frame-1'])
  })
})
