/** What the telephone shows of its pocket. Each drawing keeps what somebody is typing. */
import { EmptyPocket, LockedPocket, OpenPocket, TakenPocket } from '../pocket.views.tsx'
import { deadline } from '../watch.rules.ts'
import { remember, restore } from './typed.js'

const newOnce = () => crypto.randomUUID()

/** What the house did not take in, with whose visit it is. */
const refusedOf = ({ shown, queue, problems }) =>
  queue.flatMap(({ changeId, stopId }) => {
    const outcome = problems[changeId]
    const name = shown.stops.find((stop) => stop.stopId === stopId)?.name ?? ''
    return outcome === undefined ? [] : [{ name, outcome }]
  })

/** Somebody has been inside for longer than planned. The round's end is the house's to watch. */
const isLong = ({ shown, now }) =>
  shown.stops.some(({ fields }) => {
    const at = deadline({ ...fields, endsAtMs: Infinity }, { minutesInside: shown.minutesInside, minutesAfterEnd: 0 })
    return at !== null && now >= at
  })

/** The screen in an element. `focusTop`: after something that the one who holds the telephone did. */
export function newScreen(root, lang) {
  const draw = (view) => {
    root.innerHTML = String(view)
  }
  const focusTop = () => root.querySelector('[aria-invalid], [name=code], h1')?.focus()
  const whole = (view) => {
    draw(view)
    focusTop()
  }
  return {
    focusTop,
    empty: (wiped) => whole(EmptyPocket({ lang, wiped })),
    locked: (problem) => whole(LockedPocket({ lang, problem })),
    elsewhere: () => whole(TakenPocket({ lang })),
    open: (state, draft) => {
      const typed = remember(root)
      const { shown: pocket, send } = state
      draw(OpenPocket({ lang, pocket, send, refused: refusedOf(state), draft, isLong: isLong(state), newOnce }))
      restore(root, typed)
    },
  }
}
