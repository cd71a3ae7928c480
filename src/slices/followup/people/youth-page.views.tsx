/** The page of a youth: particulars, who is called, who follows, and the sections of the other rooms. */
import { LinkButton } from '../../../ui/button.tsx'
import { Card, Columns, DefinitionList, Tag } from '../../../ui/card.tsx'
import { shortDay } from '../../../ui/day.texts.ts'
import { phoneText, type E164Phone } from '../../../platform/phone.ts'
import { followupTexts } from '../followup.texts.ts'
import type { Drawn, SectionFrame } from '../section.ts'
import { Shell } from '../shell.views.tsx'
import { peopleTexts } from './people.texts.ts'
import type { CalledActor, Follower, Youth, YouthFile } from './people.types.ts'

type Props = { readonly shown: SectionFrame; readonly file: YouthFile; readonly sections: readonly Drawn[] }
type Told = Pick<Props, 'shown' | 'file'>

const written = (number: string): string => `${number.slice(0, -4)}-${number.slice(-4)}`
const phoned = (phone: string): string => (phone === '' ? '–' : phoneText(phone as E164Phone))
const orDash = (text: string): string => (text === '' ? '–' : text)

const Particulars = ({ shown: { lang, may }, file: { youth, stays } }: Told) => {
  const t = peopleTexts[lang]
  const home = stays.find(({ untilOn }) => untilOn === null)
  const facts = [
    { term: t.facts.number, value: written(youth.number) },
    { term: t.facts.bornOn, value: youth.bornOn },
    { term: t.facts.unit, value: home === undefined ? t.noUnit : `${home.unit}, ${t.since(shortDay(home.fromOn, lang))}` },
    { term: t.facts.school, value: orDash(youth.school) },
    { term: t.facts.phone, value: phoned(youth.phone) },
    { term: t.facts.email, value: orDash(youth.email) },
    { term: t.facts.registered, value: youth.registeredOn },
    ...(youth.leftOn === null ? [] : [{ term: t.facts.left, value: youth.leftOn }]),
    { term: t.facts.kept, value: t.kept[youth.keptBecause ?? 'no'] },
  ]
  const change = may('followup.register') ? <a href={`/uppfoljning/ungdom/${youth.id}/uppgifter`}>{t.change}</a> : undefined
  return (
    <Card heading={t.particulars} action={change}>
      <DefinitionList facts={facts} />
    </Card>
  )
}

const actorLine = ({ name, phone, email }: CalledActor): string =>
  [name, phone === '' ? '' : phoneText(phone as E164Phone), email].filter((part) => part !== '').join(' · ')

const Actors = ({ shown: { lang, may }, file: { youth, actors } }: Told) => {
  const t = peopleTexts[lang]
  const called = actors.filter(({ endedOn }) => endedOn === null)
  const change = may('followup.contacts') ? <a href={`/uppfoljning/ungdom/${youth.id}/aktorer`}>{t.change}</a> : undefined
  return (
    <Card heading={t.actors} action={change}>
      {called.length === 0 ? (
        <p class="muted">{t.noActors}</p>
      ) : (
        <DefinitionList facts={called.map((one) => ({ term: t.actorKinds[one.kind], value: actorLine(one) }))} />
      )}
    </Card>
  )
}

const Followers = ({ shown: { lang, may }, file: { youth, followers } }: Told) => {
  const t = peopleTexts[lang]
  const present = followers.filter(({ untilOn }) => untilOn === null)
  const change = may('followup.signal') ? <a href={`/uppfoljning/ungdom/${youth.id}/foljer`}>{t.change}</a> : undefined
  const fact = ({ process, name, fromOn }: Follower) => ({
    term: followupTexts[lang].processes[process],
    value: `${name}, ${t.since(shortDay(fromOn, lang))}`,
  })
  return (
    <Card heading={t.followers} action={change}>
      {present.length === 0 ? <p class="muted">{t.noFollowers}</p> : <DefinitionList facts={present.map(fact)} />}
    </Card>
  )
}

const Marks = ({ shown: { lang }, youth }: Pick<Props, 'shown'> & { youth: Youth }) =>
  youth.protection === 'none' ? null : (
    <p>
      <Tag tone="warning">{peopleTexts[lang].protections[youth.protection]}</Tag>
    </p>
  )

/** GET /uppfoljning/ungdom/:id. */
export const YouthPage = ({ shown, file, sections }: Props) => {
  const { frame, lang, may } = shown
  const t = peopleTexts[lang]
  const side = (
    <>
      <Particulars shown={shown} file={file} />
      <Actors shown={shown} file={file} />
      <Followers shown={shown} file={file} />
    </>
  )
  return (
    <Shell
      frame={frame}
      part="youths"
      may={may}
      heading={`${file.youth.givenName} ${file.youth.familyName}`}
      title={t.youth}
      actions={<LinkButton href="/uppfoljning/ungdomar">{followupTexts[lang].youths}</LinkButton>}
    >
      <Marks shown={shown} youth={file.youth} />
      <Columns main={<>{sections.map((draw) => draw(shown))}</>} side={side} />
    </Shell>
  )
}
