import type { Picture } from '@nansha/kit/camera/picture'
import type { SeenFace } from '@nansha/kit/camera/sight'
import type { LivenessStep } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import type { LightColour, LivenessRequest } from '@nansha/shared/liveness'
import { describe, expect, test } from 'vitest'
import type { Advice } from '#citizen/enrol/advise-face'
import { type FilmPorts, filmPerson } from '#citizen/enrol/film-person'

const COLOURS = ['red', 'blue', 'red', 'green', 'blue', 'green'] as const
const STEPS: readonly LivenessStep[] = [
  { number: 0, request: 'look-straight' },
  { number: 1, request: 'turn-left' },
  { number: 2, request: 'open-mouth' },
  { number: 3, request: 'turn-right' },
]
const LIT: readonly LivenessStep[] = [...STEPS, { number: 4, request: 'light', colours: COLOURS }]
const asked = (steps: readonly LivenessStep[]) => ({
  frames: 'enrolments/1/frame-c-',
  steps: steps.length,
  step: steps[0] as LivenessStep,
  expiresAt: 0,
})
const STRAIGHT: SeenFace = { x: 0.5, y: 0.5, height: 0.4, turn: { by: 0, to: 'left' }, mouth: 0 }
const FACE_OF: Readonly<Record<LivenessRequest, SeenFace>> = {
  'look-straight': STRAIGHT,
  'turn-left': { ...STRAIGHT, turn: { by: 0.5, to: 'left' } },
  'turn-right': { ...STRAIGHT, turn: { by: 0.5, to: 'right' } },
  'open-mouth': { ...STRAIGHT, mouth: 0.4 },
  'close-eyes': STRAIGHT,
  light: STRAIGHT,
}

/** A person who does as asked after a second, on a clock of its own, before a server that asks for `steps`. */
function camera(overrides: Partial<FilmPorts> = {}, steps = STEPS) {
  let time = 5000
  let serial = 0
  let askedAt = 0
  const requests: LivenessRequest[] = []
  const advice: Advice[] = []
  const answers: string[][] = []
  const takenAt: number[] = []
  const colours: (LightColour | undefined)[] = []
  const litWith: (LightColour | undefined)[] = []
  const ports: FilmPorts = {
    look: async () => {
      time += 40
      const doing = time - askedAt > 1000 ? (requests.at(-1) ?? 'look-straight') : 'look-straight'
      return { light: 120, faces: [FACE_OF[doing]] }
    },
    takePicture: async () => {
      time += 80
      takenAt.push(time)
      litWith.push(colours.at(-1))
      return { src: `frame-${serial++}` }
    },
    answerStep: async (step, pictures) => {
      time += 100
      answers.push(pictures.map(({ src }) => src))
      return steps[step + 1] ?? null
    },
    now: () => time,
    sleep: async (ms) => {
      time += ms
    },
    onStep({ request }) {
      askedAt = time
      requests.push(request)
    },
    onAdvice: (given) => void advice.push(given),
    onColour: (colour) => void colours.push(colour),
    isPressed: () => false,
    isStopped: () => false,
    ...overrides,
  }
  const discarded: string[] = []
  const discard = ({ src }: Picture) => void discarded.push(src)
  return { ports, requests, advice, answers, takenAt, colours, litWith, discarded, discard }
}

describe('filmPerson', () => {
  test('does one thing after another as the server tells it, and names the frames of each', async () => {
    const { ports, requests, advice, answers, takenAt, discard } = camera()
    const film = await filmPerson(asked(STEPS), ports, discard)
    expect(requests).toEqual(['look-straight', 'turn-left', 'open-mouth', 'turn-right'])
    expect(answers).toEqual([['frame-0', 'frame-1'], ['frame-2'], ['frame-3'], ['frame-4']])
    expect(film).toEqual({
      path: 'enrolments/1/frame-c-',
      frames: answers.flat().map((src) => ({ src })),
    })
    const pauses = takenAt.slice(1).map((at, i) => at - (takenAt[i] ?? 0))
    expect(pauses[0]).toBeGreaterThanOrEqual(300)
    for (const pause of pauses.slice(1)) expect(pause).toBeGreaterThanOrEqual(1000)
    expect(advice).toContain('act')
    expect(takenAt.at(-1)).toBeLessThan(20_000)
  })

  test('lights the face with each colour before it takes the frame for it, and with none in the end', async () => {
    const { ports, answers, litWith, takenAt, colours, discard } = camera({}, LIT)
    const film = await filmPerson(asked(LIT), ports, discard)
    expect(film?.frames).toHaveLength(11)
    expect(answers.at(-1)).toHaveLength(6)
    expect(litWith).toEqual([...new Array(5).fill(undefined), ...COLOURS])
    expect(colours.at(-1)).toBeUndefined()
    // No more than three changes a second, for those whom flashing light makes ill.
    const lit = takenAt.slice(-6)
    for (const [i, at] of lit.slice(1).entries()) expect(at - (lit[i] ?? 0)).toBeGreaterThan(334)
  })

  test('a face that moves is asked to hold still first', async () => {
    let looks = 0
    const { ports, advice, discard } = camera({
      look: async () => ({ light: 120, faces: [{ ...STRAIGHT, x: ++looks < 4 ? 0.4 + looks / 20 : 0.5 }] }),
      isStopped: () => advice.length > 5,
    })
    await filmPerson(asked(STEPS), ports, discard)
    expect(advice.slice(0, 5)).toEqual(['right', 'still', 'still', 'still', 'right'])
  })

  test('without a detector the person presses', async () => {
    let presses = 0
    const { ports, advice, discard } = camera({
      look: async () => ({}),
      isPressed: () => ++presses % 2 === 0,
    })
    expect((await filmPerson(asked(STEPS), ports, discard))?.frames).toHaveLength(5)
    expect(new Set(advice)).toEqual(new Set(['unseen']))
  })

  test('ends when the time of a step is over, and leaves no picture behind', async () => {
    const { ports, discard, discarded } = camera({
      look: async () => ({ light: 120, faces: [STRAIGHT] }),
    })
    await expect(filmPerson(asked(STEPS), ports, discard)).rejects.toMatchObject({ code: 'LIVENESS_TIMING' })
    expect(discarded).toEqual(['frame-0', 'frame-1'])
  })

  test('ends when the server takes no answer, and leaves neither picture nor light behind', async () => {
    const { ports, discard, discarded, colours } = camera({
      answerStep: () => Promise.reject(new NanshaError('OFFLINE')),
    })
    await expect(filmPerson(asked(STEPS), ports, discard)).rejects.toMatchObject({ code: 'OFFLINE' })
    expect(discarded).toEqual(['frame-0', 'frame-1'])
    expect(colours).toEqual([undefined])
  })

  test('stopped halfway, it leaves no picture behind', async () => {
    let shots = 0
    const { ports, discard, discarded } = camera({
      takePicture: async () => ({ src: `frame-${shots++}` }),
      isStopped: () => shots > 2,
    })
    expect(await filmPerson(asked(STEPS), ports, discard)).toBeUndefined()
    expect(discarded).toEqual(['frame-0', 'frame-1', 'frame-2'])
  })

  test('a camera that fails leaves no picture behind either', async () => {
    let shots = 0
    const { ports, discard, discarded } = camera({
      takePicture: async () => {
        if (shots === 2) throw new Error('camera lost')
        return { src: `frame-${shots++}` }
      },
    })
    await expect(filmPerson(asked(STEPS), ports, discard)).rejects.toThrow('camera lost')
    expect(discarded).toEqual(['frame-0', 'frame-1'])
  })
})
