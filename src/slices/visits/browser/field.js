/** The script of the page for the telephone: opens the round with its code, and writes in it without a network. The page works without it. */
import { heldBack, keptFrom, noteDraft, noteProblems, unchecked } from '../../hygiene/index.ts'
import { fieldTexts } from '../field.texts.ts'
import { pocketTexts } from '../pocket.texts.ts'
import { fieldIdOf } from '../pocket.rules.ts'
import { baseFor, picked, pressed } from '../press.rules.ts'
import { alone } from './alone.js'
import { openCarry } from './carry.js'
import { newScreen } from './screen.js'
import { canCarry, wireTake } from './take.js'
import { readMeta, unlock, wipeIfPast } from './vault.js'

const lang = document.documentElement.lang === 'en' ? 'en' : 'sv'
const root = document.querySelector('[data-pocket]')
const screen = newScreen(root, lang)
const shellPath = '/besok/ficka'
const tickMs = 30_000

let carry = null
let draft = null

const empty = (wiped) => {
  carry = null
  screen.empty(wiped)
}
const redraw = () => carry !== null && screen.open(carry.state(), draft)

function show(opened) {
  for (const away of document.querySelectorAll('[data-online], .crumbs')) away.remove()
  root.hidden = false
  carry = openCarry(opened, { told: redraw, gone: empty })
  redraw()
  screen.focusTop()
  void carry.sendNow()
}

const changeOf = (given, base, fields, settles) => ({
  noteKept: given.get('noteKept') ?? '',
  changeId: crypto.randomUUID(),
  stopId: given.get('stop'),
  madeAt: Math.floor(carry.now()),
  baseVersion: Number(given.get('version')),
  base: baseFor(fields, base),
  fields,
  settles,
})

/** What in the note may not belong and is not said to be kept. The house knows more words; it keeps what comes from here, and logs it. */
function noteCheck(given, base, { note }) {
  if (note === undefined) return unchecked
  const { stops, crew = [] } = carry.state().shown
  const names = stops.filter(({ stopId }) => stopId === given.get('stop')).map(({ name }) => name)
  const about = { ownNames: names, colleagues: crew }
  return heldBack([{ field: 'note', text: note }], keptFrom(given.get('noteKept') ?? ''), about, [base.note])
}

/** What stands in the way of a press, and the form as it was typed. Null: nothing does. */
function draftOf(given, what, fields, notes) {
  const stopId = given.get('stop')
  const typed = { stopId, result: what.result ?? '', note: what.note }
  const placed = (problems) => problems.map(({ field, text }) => ({ field: fieldIdOf(carry.state().shown, stopId, field), text }))
  if (fields === 'choose-result') {
    const problems = placed([{ field: 'result', text: fieldTexts[lang].chooseResult }])
    return { ...typed, problems, warning: noteDraft([], given.get('noteKept') ?? '') }
  }
  if (notes.asked.length === 0) return null
  const flags = notes.flags.map((flag) => ({ ...flag, field: what.act === 'skip' ? 'skip' : 'note' }))
  return { ...typed, problems: placed(noteProblems(flags, lang)), warning: noteDraft(flags, '') }
}

/** The forms of the round itself: what the server would have done with them. */
async function press(form, submitter) {
  const given = new FormData(form, submitter)
  const [base, note] = [JSON.parse(given.get('base')), (given.get('note') ?? '').trim()]
  const what = { act: given.get('act'), result: given.get('result') ?? undefined, note }
  const fields = pressed(what, { base, now: carry.now(), lateAt: null })
  draft = draftOf(given, what, fields, fields === 'choose-result' ? unchecked : noteCheck(given, base, fields))
  if (draft === null && Object.keys(fields).length > 0) await carry.write(changeOf(given, base, fields, null))
  redraw()
  screen.focusTop()
}

async function settle(form) {
  const given = new FormData(form)
  const conflict = carry.conflictOf(given.get('conflict'))
  if (conflict === undefined) return
  const base = JSON.parse(given.get('base'))
  const picks = Object.fromEntries(Object.keys(conflict.mine).map((name) => [name, given.get(`pick-${name}`)]))
  await carry.write(changeOf(given, base, picked(conflict.mine, base, picks), conflict.changeId))
  screen.focusTop()
}

async function open(form) {
  const code = form.elements.code.value.trim()
  if (!(await alone())) return screen.elsewhere()
  const opened = await unlock(code)
  if (opened === null) return empty('day')
  if (opened.left === 0) return empty('wrong')
  if (opened.left === undefined) show(opened)
  else screen.locked(pocketTexts[lang].wrong(opened.left))
}

async function lock() {
  await carry.lock()
  carry = null
  screen.locked(undefined)
}

const own = { open, lock, send: () => carry.sendNow(), wipe: () => carry.leave('asked') }
const actOf = (form) => own[form.dataset.do] ?? (form.getAttribute('action')?.endsWith('/skillnader') ? settle : press)

let isBusy = false
// Before the script of all pages hears of it: nothing here is to be posted.
root.addEventListener(
  'submit',
  async (event) => {
    event.preventDefault()
    event.stopPropagation()
    if (isBusy) return
    isBusy = true
    try {
      await actOf(event.target)(event.target, event.submitter)
    } finally {
      isBusy = false
    }
  },
  true,
)

addEventListener('online', () => carry?.sendNow())
addEventListener('offline', redraw)
const tick = () => (carry === null ? lookAway() : carry.tick())
setInterval(tick, tickMs)
addEventListener('visibilitychange', () => document.visibilityState === 'visible' && tick())

/** A round whose day is over goes also when it is locked. */
async function lookAway() {
  const isGone = await wipeIfPast(Date.now()).catch(() => false)
  if (isGone && !root.hidden) empty('day')
}

async function begin() {
  if (!canCarry()) return
  const wasPast = await wipeIfPast(Date.now())
  const box = document.querySelector('[data-take]')
  if (box !== null)
    wireTake(box, lang, (taken) => {
      history.replaceState(null, '', shellPath)
      show(taken)
    })
  if (root.hidden) return
  if ((await readMeta()) === undefined) empty(wasPast ? 'day' : null)
  else screen.locked(undefined)
}
void begin()
