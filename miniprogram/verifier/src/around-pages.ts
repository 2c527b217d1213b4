export { default as AroundPages } from './providers'
