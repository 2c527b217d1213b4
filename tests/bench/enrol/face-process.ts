import { loadFaceEngine } from '@nansha/core/face/face-engine'
import { createFaceFunction } from '#functions/face/face-function'
import { silently } from '#support/silent-log'
import { serveRequests } from './serve-requests'

serveRequests((task, surroundings) => {
  const engine = loadFaceEngine((file) => task.models[file] as string)
  return createFaceFunction({ ...surroundings, record: silently, now: Date.now, engine })
})
