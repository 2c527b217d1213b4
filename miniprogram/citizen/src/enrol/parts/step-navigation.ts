import { open, replace } from '@nansha/kit/device/navigation'
import { useStore } from '@nansha/kit/state/use-store'
import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { pageOf } from '../../pages'
import { STEPS, type Step } from '../../steps'
import type { EnrolmentSession } from '../enrolment-session'
import { nextStep } from '../next-step'
import { useEnrolment } from '../use-enrolment'

/** Goes to a step: back to its page where the way led over it, so that *back* never meets it twice. */
export function goToStep(step: Step): void {
  const way = Taro.getCurrentPages().map(({ route = '' }) => `/${route.replace(/^\/|\?.*$/g, '')}`)
  const earlier = way.lastIndexOf(pageOf(step))
  const delta = way.length - 1 - earlier
  if (earlier >= 0 && delta > 0) Taro.navigateBack({ delta })
  else open(pageOf(step))
}

/** Goes on to whatever is still missing. */
export function goOn(enrolmentSession: EnrolmentSession): void {
  goToStep(nextStep(enrolmentSession.store.get()))
}

/** Sends what was given, or asks first for what a former try has used up. */
export function submitOrGoOn(enrolmentSession: EnrolmentSession): void {
  if (nextStep(enrolmentSession.store.get()) === 'submit') void enrolmentSession.submit()
  else goOn(enrolmentSession)
}

/** Whether the page of a step is the one that is shown now: nobody is led away from another page. */
export function isShown(step: Step): boolean {
  const shown = Taro.getCurrentPages().at(-1)?.route ?? ''
  return `/${shown.replace(/^\/|\?.*$/g, '')}` === pageOf(step)
}

/** Leads from the second side of the card back to the first, which cannot be used, while the second one's page is shown. */
export function useReturnToCard(isNeeded: boolean): void {
  useEffect(() => {
    if (isNeeded && isShown('emblem')) goToStep('card')
  }, [isNeeded])
}

/**
 * Keeps a page of the flow from being shown out of turn: after a reload that found nothing to go on with, or nothing on the server any
 * more, and while a submission runs, which nothing may change.
 */
export function useTurn(step: Step): void {
  const { enrolmentSession } = useEnrolment()
  const { isLapsed } = useStore(enrolmentSession.store)
  const keep = () => {
    const enrolment = enrolmentSession.store.get()
    const next = nextStep(enrolment)
    if (enrolment.submission.phase === 'running') {
      if (step !== 'submit') goToStep('submit')
    } else if (enrolment.submission.phase === 'none' && STEPS.indexOf(next) < STEPS.indexOf(step)) {
      replace(pageOf(next))
    }
  }
  useDidShow(keep)
  useEffect(() => {
    if (isLapsed && isShown(step)) keep()
  }, [isLapsed])
}
