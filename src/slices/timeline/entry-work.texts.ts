/** What entries of reaching the youth, and of working together, say. */
import { ladderTexts } from '../ladder/index.ts'
import { messageNames, templateName } from '../messaging/index.ts'
import { wordIn, type EntryWords, type Teller, type WordsOf } from './entry-words.ts'
import type { ContactSaid } from './timeline.types.ts'

function contactWords(said: ContactSaid, { t, lang, isBare, day }: Teller): EntryWords {
  const { channels, outcomes, occupations, agreed } = ladderTexts[lang]
  const { attempted, reached, channel, outcome, occupation, nextStep, nextOn, note, template } = said
  const kind = reached ? (attempted ? t.reached : t.cameIn) : t.attempt
  const how = outcome === 'reached' ? channels[channel] : `${channels[channel]}, ${outcomes[outcome]}`
  const below = [
    template === null ? '' : templateName(lang, template),
    occupation === null ? '' : occupations[occupation],
    nextStep === null ? '' : t.agreed(agreed[nextStep], nextOn === null ? null : day(nextOn)),
    isBare ? '' : note,
  ]
  return { title: `${kind}: ${how}`, below }
}

/** What is ticked or added changes nothing of the goal. */
const tellsGoal = (change: string): boolean => change !== 'ticked' && change !== 'tickedByYouth' && change !== 'added'

/** The words of each. */
export const outreachWords: WordsOf<
  | 'contact'
  | 'search'
  | 'optedOut'
  | 'optedIn'
  | 'message'
  | 'meeting'
  | 'visitPlanned'
  | 'visitNotMade'
  | 'questionAsked'
  | 'questionAnswered'
  | 'answer'
> = {
  contact: (said, teller) => contactWords(said, teller),
  search: ({ result }, { t }) => ({ title: t.searches[result], below: [] }),
  optedOut: ({ channel }, { t }) => ({ title: t.optedOut(wordIn(t.optChannels, channel)), below: [] }),
  optedIn: ({ channel }, { t }) => ({ title: t.optedIn(wordIn(t.optChannels, channel)), below: [] }),
  message: ({ channel, template, state }, { lang }) => {
    const { channels, states } = messageNames[lang]
    return { title: `${wordIn(channels, channel)}: ${wordIn(states, state).toLowerCase()}`, below: [templateName(lang, template)] }
  },
  meeting: ({ state }, { t }) => ({ title: t.meeting[state], below: [] }),
  visitPlanned: (_, { t }) => ({ title: t.visitPlanned, below: [] }),
  visitNotMade: (_, { t }) => ({ title: t.visitNotMade, below: [] }),
  questionAsked: ({ receiver, asks }, { t }) => ({ title: t.questionAsked(wordIn(t.receivers, receiver)), below: [wordIn(t.asks, asks)] }),
  questionAnswered: ({ receiver, asks, answer }, { t }) => ({
    title: t.questionAnswered(wordIn(t.receivers, receiver), wordIn(t.questionAnswers, answer)),
    below: [wordIn(t.asks, asks)],
  }),
  answer: ({ kind, state }, { t }) => ({ title: `${t.cameIn}: ${wordIn(t.answers, kind)}`, below: [wordIn(t.answerStates, state)] }),
}

/** The words of each. */
export const workWords: WordsOf<
  | 'occupation'
  | 'occupationLapsed'
  | 'measureProposed'
  | 'measureBegan'
  | 'measureEnded'
  | 'placement'
  | 'offerDeclined'
  | 'stageBegan'
  | 'stageEnded'
  | 'planVersion'
  | 'planAcknowledged'
  | 'followUp'
> = {
  occupation: ({ kind, source, sinceOn, reviewOn }, { t, lang, day }) => ({
    title: t.occupation(ladderTexts[lang].occupations[kind]),
    below: [wordIn(t.sources, source), sinceOn === null ? '' : t.since(day(sinceOn)), kind === 'unknown' ? '' : t.reviewOn(day(reviewOn))],
  }),
  occupationLapsed: ({ kind }, { t, lang }) => ({ title: t.occupationLapsed(ladderTexts[lang].occupations[kind]), below: [] }),
  measureProposed: ({ name }, { t, lang }) => ({ title: t.measureProposed(name[lang]), below: [] }),
  measureBegan: ({ name, plannedUntilOn, note }, { t, lang, isBare, day }) => ({
    title: t.measureBegan(name[lang]),
    below: [plannedUntilOn === null ? '' : t.plannedUntil(day(plannedUntilOn)), isBare ? '' : note],
  }),
  measureEnded: ({ name, reason }, { t, lang }) => ({ title: t.measureEnded(name[lang]), below: [reason?.[lang] ?? ''] }),
  placement: ({ name, outcome, ground }, { t, lang, isBare }) => ({
    title: `${t.placements[outcome]}: ${name[lang]}`,
    below: [isBare ? '' : ground],
  }),
  offerDeclined: ({ name, reason, note }, { t, lang, isBare }) => ({
    title: t.offerDeclined(name[lang]),
    below: [reason?.[lang] ?? '', isBare ? '' : note],
  }),
  stageBegan: ({ name, stage }, { t, lang }) => ({ title: t.stageBegan(stage[lang], name[lang]), below: [] }),
  stageEnded: ({ name, stage, reason }, { t, lang }) => ({
    title: (reason === null ? t.stageEnded : t.stageInterrupted)(stage[lang], name[lang]),
    below: [reason?.[lang] ?? ''],
  }),
  planVersion: ({ number, change, goal }, { t }) => ({
    title: wordIn(t.planChanges, change),
    below: [t.version(number), tellsGoal(change) && goal !== '' ? t.goal(goal) : ''],
  }),
  planAcknowledged: ({ number, how }, { t }) => ({ title: t.acknowledged, below: [t.version(number), wordIn(t.hows, how)] }),
  followUp: ({ state, outcome, reason, movedTo }, { t, day }) => {
    if (state === 'done') return { title: t.followUpDone, below: [outcome === null ? '' : wordIn(t.outcomes, outcome)] }
    if (state === 'planned') return { title: t.followUpPlanned, below: [] }
    const moved = t.followUpPostponed(movedTo === null ? '–' : day(movedTo))
    return { title: moved, below: [reason === null ? '' : wordIn(t.postponed, reason)] }
  },
}
