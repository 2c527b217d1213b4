import Taro from '@tarojs/taro'
import { createValue } from '../state/create-value'
import type * as Port from './updates'

const isReady = createValue(false)
/** Base library 1.9.90; the oldest that the app runs on is younger. */
const manager = Taro.getUpdateManager?.()
manager?.onUpdateReady(() => isReady.dispatch(true))

export const updates: typeof Port.updates = { isReady, apply: () => manager?.applyUpdate() }
