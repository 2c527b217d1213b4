import { holdScreenBright } from '@nansha/kit/device/screen'
import { useSay } from '@nansha/kit/i18n/language'
import { a11y } from '@nansha/kit/ui/a11y'
import type { LightColour } from '@nansha/shared/liveness'
import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { FILM_TEXTS } from './film-texts'
import './lit-screen.scss'

/** Lights the face: nothing but one colour, at full brightness, and what to do. */
export function LitScreen({ colour }: { readonly colour: LightColour }) {
  const say = useSay()
  useEffect(holdScreenBright, [])
  return (
    <View className={`lit-screen lit-screen--${colour}`} {...a11y({ role: 'status' })}>
      <View className="lit-screen__text">{say(FILM_TEXTS.light)}</View>
    </View>
  )
}
