/** The frame, and the screen on which most visits begin: together, because on a phone every request costs time. */
export { default as Home } from '../home/home.tsx'
export { default as Shell } from './shell.tsx'
