import type * as Port from './network'

export const hasNetwork: typeof Port.hasNetwork = async () => navigator.onLine

export const watchNetwork: typeof Port.watchNetwork = (onChange) => {
  const changed = () => onChange(navigator.onLine)
  changed()
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}
