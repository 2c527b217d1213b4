import { useEffect, useState } from 'react'
import type { Texts } from './texts'

/** Between two parties that come to the desk: time to see the list grow, in milliseconds. */
const BETWEEN = 2_500

/** A button that has the parties of an evening come to the hotel's desk, one after another. */
export function HotelEvening({ texts }: { readonly texts: Texts }) {
  const { isPlaying, came, parties, hasFailed, play } = useEvening()
  return (
    <>
      <button type="button" className="quiet" disabled={isPlaying} onClick={play}>
        {isPlaying ? texts.eveningPlaying : texts.evening}
      </button>
      {came > 0 && (
        <p className="hint" role="status">
          {texts.eveningCame.replace('{came}', String(came)).replace('{parties}', String(parties))}
        </p>
      )}
      {hasFailed && <p role="alert">{texts.eveningFailed}</p>}
    </>
  )
}

function useEvening() {
  const [isPlaying, setPlaying] = useState(false)
  const [came, setCame] = useState(0)
  const [parties, setParties] = useState(0)
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => {
    if (!isPlaying) return
    let isOver = false
    const playOn = async () => {
      for (let party = 0; !isOver; party++) {
        const inAll = await receive(party)
        if (isOver) return
        setParties(inAll)
        setCame(party + 1)
        if (party + 1 >= inAll) break
        await new Promise((resolve) => setTimeout(resolve, BETWEEN))
      }
    }
    playOn().then(
      () => setPlaying(false),
      () => {
        setFailed(true)
        setPlaying(false)
      },
    )
    return () => {
      isOver = true
    }
  }, [isPlaying])
  const play = () => {
    setFailed(false)
    setCame(0)
    setPlaying(true)
  }
  return { isPlaying, came, parties, hasFailed, play }
}

/** @returns how many parties come in all @throws Error when the desk was refused */
async function receive(party: number): Promise<number> {
  const response = await fetch(`/demo/api/evening/${party}`, { method: 'POST' })
  if (!response.ok) throw new Error('The party could not be checked in.')
  return ((await response.json()) as { readonly parties: number }).parties
}
