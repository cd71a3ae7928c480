/** The scripts of the page for the telephone: the page's own, and the service worker that looks after /besok/. */
import type { PageScript } from '../../platform/http/assets.ts'

const folder = 'src/slices/visits/browser'

export const visitScripts: readonly PageScript[] = [
  { name: 'besok.js', entry: `${folder}/field.js` },
  { name: 'besok-vakt.js', entry: `${folder}/worker.js`, scope: '/besok/' },
]
