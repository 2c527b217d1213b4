/** Writes down each note as `tone`. */
export function createAudioContext(called: string[]) {
  const node = { connect: () => undefined }
  return {
    currentTime: 0,
    destination: node,
    createGain: () => ({
      ...node,
      gain: { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined },
    }),
    createOscillator: () => ({
      ...node,
      frequency: { value: 0 },
      start: () => called.push('tone'),
      stop: () => undefined,
    }),
  }
}

/** Plays until it is destroyed, and writes both down: `say /file.mp3`, `hush /file.mp3`. */
export function createPlayer(called: string[]) {
  const player = {
    src: '',
    play: () => void called.push(`say ${player.src}`),
    destroy: () => void called.push(`hush ${player.src}`),
    onEnded: () => undefined,
    onError: () => undefined,
  }
  return player
}
