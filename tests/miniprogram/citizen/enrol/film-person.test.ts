import type { SeenFace } from '@nansha/kit/camera/sight'
import { describe, expect, test } from 'vitest'
import type { Advice, Request } from '../../../../miniprogram/citizen/src/enrol/advise-face'
import { type FilmPorts, filmPerson } from '../../../../miniprogram/citizen/src/enrol/film-person'

const ACTIONS = ['turn-left', 'open-mouth', 'turn-right'] as const
const STRAIGHT: SeenFace = { x: 0.5, y: 0.5, height: 0.4, turn: { by: 0, to: 'left' }, mouth: 0 }
const FACE_OF: Readonly<Record<Request, SeenFace>> = {
  'look-straight': STRAIGHT,
  'turn-left': { ...STRAIGHT, turn: { by: 0.5, to: 'left' } },
  'turn-right': { ...STRAIGHT, turn: { by: 0.5, to: 'right' } },
  'open-mouth': { ...STRAIGHT, mouth: 0.4 },
  'close-eyes': STRAIGHT,
}

/** A person who does as asked after a second, on a clock of its own. */
function camera(overrides: Partial<FilmPorts> = {}) {
  let time = 5000
  let serial = 0
  let askedAt = 0
  const requests: Request[] = []
  const advice: Advice[] = []
  const ports: FilmPorts = {
    look: async () => {
      time += 40
      const doing = time - askedAt > 1000 ? (requests.at(-1) ?? 'look-straight') : 'look-straight'
      return { light: 120, faces: [FACE_OF[doing]] }
    },
    takePicture: async () => {
      time += 80
      return { src: `frame-${serial++}` }
    },
    now: () => time,
    sleep: async (ms) => {
      time += ms
    },
    onRequest(request) {
      askedAt = time
      requests.push(request)
    },
    onAdvice: (given) => void advice.push(given),
    isPressed: () => false,
    isStopped: () => false,
    ...overrides,
  }
  const discarded: string[] = []
  const discard = ({ src }: { src: string }) => void discarded.push(src)
  return { ports, requests, advice, discarded, discard }
}

describe('filmPerson', () => {
  test('asks for one thing after another, and takes frames once it is seen', async () => {
    const { ports, requests, advice, discard } = camera()
    const frames = (await filmPerson(ACTIONS, ports, discard)) ?? []
    expect(requests).toEqual(['look-straight', ...ACTIONS])
    expect(frames.map(({ step }) => step)).toEqual([0, 0, 1, 1, 2, 2, 3, 3])
    frames.slice(1).forEach((frame, i) => {
      const before = frames[i]
      expect(frame.at - (before?.at ?? 0)).toBeGreaterThanOrEqual(frame.step === before?.step ? 50 : 1000)
    })
    expect(advice).toContain('act')
    expect(frames.at(-1)?.at).toBeLessThan(20_000)
  })

  test('a face that moves is asked to hold still first', async () => {
    let looks = 0
    const { ports, advice, discard } = camera({
      look: async () => ({ light: 120, faces: [{ ...STRAIGHT, x: ++looks < 4 ? 0.4 + looks / 20 : 0.5 }] }),
      isStopped: () => advice.length > 5,
    })
    await filmPerson(ACTIONS, ports, discard)
    expect(advice.slice(0, 5)).toEqual(['right', 'still', 'still', 'still', 'right'])
  })

  test('without a detector the person presses', async () => {
    let presses = 0
    const { ports, advice, discard } = camera({
      look: async () => ({}),
      isPressed: () => ++presses % 2 === 0,
    })
    expect(await filmPerson(ACTIONS, ports, discard)).toHaveLength(8)
    expect(new Set(advice)).toEqual(new Set(['unseen']))
  })

  test('ends when the time is over, and leaves no picture behind', async () => {
    const { ports, discard, discarded } = camera({
      look: async () => ({ light: 120, faces: [STRAIGHT] }),
    })
    await expect(filmPerson(ACTIONS, ports, discard)).rejects.toMatchObject({ code: 'LIVENESS_TIMING' })
    expect(discarded).toEqual(['frame-0', 'frame-1'])
  })

  test('stopped halfway, it leaves no picture behind', async () => {
    let shots = 0
    const { ports, discard, discarded } = camera({
      takePicture: async () => ({ src: `frame-${shots++}` }),
      isStopped: () => shots > 3,
    })
    expect(await filmPerson(ACTIONS, ports, discard)).toBeUndefined()
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
    await expect(filmPerson(ACTIONS, ports, discard)).rejects.toThrow('camera lost')
    expect(discarded).toEqual(['frame-0', 'frame-1'])
  })
})
