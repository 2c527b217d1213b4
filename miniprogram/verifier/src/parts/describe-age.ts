import type { Text } from '@nansha/kit/i18n/fill-text'

export interface Age {
  /** With a hole for `count`. */
  readonly text: Text
  readonly count: number
}

const JUST_NOW: Text = { zh: '刚刚', en: 'just now' }
const MINUTES: Text = { zh: '{count} 分钟前', en: '{count} min ago' }
const HOURS: Text = { zh: '{count} 小时前', en: '{count} h ago' }

/** @param seconds since then. @returns the words for it, in the coarsest unit that says enough */
export function describeAge(seconds: number): Age {
  const minutes = Math.floor(seconds / 60)
  if (minutes < 1) return { text: JUST_NOW, count: 0 }
  return minutes < 60 ? { text: MINUTES, count: minutes } : { text: HOURS, count: Math.floor(minutes / 60) }
}
