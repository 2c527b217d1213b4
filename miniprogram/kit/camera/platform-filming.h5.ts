import type * as Port from './platform-filming'

export const canPlatformFilm: typeof Port.canPlatformFilm = () => false

export const filmByPlatform: typeof Port.filmByPlatform = async () => false
