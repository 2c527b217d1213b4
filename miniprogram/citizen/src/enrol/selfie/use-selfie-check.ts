import { useTask } from '@nansha/kit/state/use-task'
import { useDidShow } from '@tarojs/taro'
import { goOn, isShown } from '../parts/step-navigation'
import { isSettled } from '../selfie-check'
import { useEnrolment } from '../use-enrolment'

/** Opens an enrolment, because how a living person is seen is for the server to say, and has looked at what was taken. */
export function useSelfieCheck() {
  const { enrolmentSession } = useEnrolment()
  const { store } = enrolmentSession
  const preparing = useTask()
  const checking = useTask()
  const prepare = () => preparing.run(async () => void (await enrolmentSession.prepare()))
  /** Leads on when nothing is wrong with it; once at a time. */
  const check = () =>
    checking.run(async () => {
      await enrolmentSession.checkSelfie()
      const { begun, selfieCheck } = store.get()
      // The enrolment was over: the person is filmed in another one.
      if (!begun) prepare()
      if (isSettled(selfieCheck) && isShown('selfie')) goOn(enrolmentSession)
    })
  useDidShow(() => {
    const { consent, selfieCheck } = store.get()
    if (consent) prepare()
    // Who left the page meanwhile, and came back, is led on from here.
    if (selfieCheck.phase === 'running') check()
  })
  return { failure: preparing.failure, prepare, check }
}
