import { useEffect, useState } from 'react'

/** A phone with its case, what stands above it, and what stands beside two of them, in CSS pixels (main.css). */
const PHONE = { width: 390, height: 864 }
const ABOVE_PX = 84
const BESIDE_PX = 660
const SMALLEST = 0.55

/** @returns by how much the phones are made smaller so that the window shows them whole; 1 at the most */
export function usePhoneScale(): number {
  const [scale, setScale] = useState(scaleToWindow)
  useEffect(() => {
    const resize = () => setScale(scaleToWindow())
    window.addEventListener('resize', resize)
    return () => window.removeEventListener('resize', resize)
  }, [])
  return scale
}

function scaleToWindow(): number {
  const byHeight = (window.innerHeight - ABOVE_PX) / PHONE.height
  const byWidth = (window.innerWidth - BESIDE_PX) / (2 * PHONE.width)
  return Math.max(SMALLEST, Math.min(1, byHeight, byWidth))
}
