import type * as Port from './declare-language'
import './latin-marks.scss'

export const declareLanguage: typeof Port.declareLanguage = (language) => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}
