import { STEPS, type Step } from '../steps'
import type { Enrolment } from './enrolment'
import { isSettled } from './selfie-check'

const GIVEN: Record<Step, (enrolment: Enrolment) => boolean> = {
  notice: ({ consent }) => consent,
  card: ({ card }) => card !== undefined,
  emblem: ({ emblem }) => emblem !== undefined,
  selfie: ({ selfie, selfieCheck }) => selfie !== undefined && isSettled(selfieCheck),
  details: ({ details, described, card, emblem }) =>
    details !== undefined && described?.card === card && described?.emblem === emblem,
  submit: () => false,
}

/** The first step whose answer is missing: the way on, the way back in after a break, and the way to mend a refusal. */
export function nextStep(enrolment: Enrolment): Step {
  return STEPS.find((step) => !GIVEN[step](enrolment)) ?? 'submit'
}
