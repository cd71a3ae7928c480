/** The panel of filters and columns: an ordinary form whose answer has an address of its own. */
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox, CheckboxGroup } from '../../ui/choice.tsx'
import { Field, Select, type Option } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Chips } from '../../ui/tabs.tsx'
import { reasonText } from '../law/index.ts'
import { addressOf, fieldNames, noFilter, queryOf, reasonChoices, shippedSort, sortChoices, sortWord, usedFields } from './filter.rules.ts'
import type { ListPageProps } from './list.views.tsx'
import { worklistTexts } from './worklist.texts.ts'
import { columnNames, shippedColumns, type Filter, type ListView } from './worklist.types.ts'

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

type Numbers = 'ageFrom' | 'ageTo' | 'daysAtLeast' | 'daysAtMost' | 'twentyWithin'

const NumberField = ({ props, field }: { props: ListPageProps; field: Numbers }) => (
  <Field
    name={fieldNames[field]}
    label={worklistTexts[props.frame.lang].fields[field]}
    value={props.shown.view.filter[field]}
    inputmode="numeric"
    size={6}
    maxlength={9}
  />
)

const Choice = ({
  props,
  field,
  options,
}: {
  props: ListPageProps
  field: 'unit' | 'district' | 'reason' | 'assigned'
  options: readonly Option[]
}) => {
  const t = worklistTexts[props.frame.lang]
  const value = props.shown.view.filter[field]
  const chosen = value === 'me' ? 'jag' : value === 'nobody' ? 'ingen' : value === null ? null : String(value)
  return <Select name={fieldNames[field]} label={t.fields[field]} options={options} value={chosen} blank={t.any} />
}

const named = (choices: readonly { readonly id: number | string; readonly name: string }[]): Option[] =>
  choices.map(({ id, name }) => ({ value: String(id), label: name }))

const Choices = ({ props }: { props: ListPageProps }) => {
  const { lang } = props.frame
  const t = worklistTexts[lang]
  const { units, districts, staff } = props.shown.choices
  const reasons = reasonChoices.map((reason) => ({ value: reason, label: upper(reasonText(reason, lang)) }))
  const assigned = [{ value: 'jag', label: t.me }, { value: 'ingen', label: t.nobody }, ...named(staff)]
  return (
    <>
      <Choice props={props} field="reason" options={reasons} />
      {units.length > 1 && <Choice props={props} field="unit" options={named(units)} />}
      {districts.length > 0 && <Choice props={props} field="district" options={named(districts)} />}
      <Choice props={props} field="assigned" options={assigned} />
    </>
  )
}

/** The rest of the view travels along: tab and ready list. */
const Kept = ({ view }: { view: ListView }) => (
  <>
    {[...new URLSearchParams(queryOf({ ...view, filter: noFilter, sort: shippedSort, page: 1 }))].map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)

const Tick = ({ props, field }: { props: ListPageProps; field: 'unknownOccupation' | 'lastNight' }) => (
  <Checkbox name={fieldNames[field]} label={worklistTexts[props.frame.lang].fields[field]} checked={props.shown.view.filter[field]} />
)

const sortOptions = ({ frame: { lang } }: ListPageProps): Option[] =>
  sortChoices.map(({ key, descending }) => ({
    value: sortWord({ key, descending }),
    label: worklistTexts[lang].sorts[key][descending ? 1 : 0],
  }))

const FilterForm = ({ props }: { props: ListPageProps }) => {
  const { frame, shown } = props
  const t = worklistTexts[frame.lang]
  return (
    <form method="get" action="/ungdomar" class="stack" id="filter" aria-label={t.filterHeading}>
      <Kept view={shown.view} />
      <div class="filters">
        <NumberField props={props} field="ageFrom" />
        <NumberField props={props} field="ageTo" />
        <NumberField props={props} field="daysAtLeast" />
        <NumberField props={props} field="daysAtMost" />
        <NumberField props={props} field="twentyWithin" />
        <Choices props={props} />
        <Select name="sort" label={t.sortLabel} options={sortOptions(props)} value={sortWord(shown.view.sort)} />
      </div>
      <div class="row">
        <Tick props={props} field="unknownOccupation" />
        <Tick props={props} field="lastNight" />
      </div>
      <div class="row">
        <Button>{t.showFiltered}</Button>
        {usedFields(shown.view).length > 0 && <a href={addressOf({ ...shown.view, filter: noFilter, page: 1 })}>{t.clear}</a>}
      </div>
    </form>
  )
}

const ColumnForm = ({ props }: { props: ListPageProps }) => {
  const { frame, shown, newOnce } = props
  const t = worklistTexts[frame.lang]
  return (
    <Form frame={frame} action="/ungdomar/kolumner" once={newOnce()}>
      <input type="hidden" name="view" value={queryOf(shown.view)} />
      <CheckboxGroup
        name="column"
        label={t.columnHeading}
        inline
        values={shown.frame.columns ?? shippedColumns}
        options={columnNames.map((value) => ({ value, label: t.columns[value] }))}
      />
      <div>
        <Button variant="secondary">{t.saveColumns}</Button>
      </div>
    </Form>
  )
}

/** Filters and columns: shown when they are asked for, or when something in the address could not be read. */
export const FilterPanel = (props: ListPageProps) =>
  props.isFilterOpen || props.unread.length > 0 ? (
    <Card
      heading={worklistTexts[props.frame.lang].filter}
      action={<a href={addressOf(props.shown.view)}>{worklistTexts[props.frame.lang].close}</a>}
    >
      <FilterForm props={props} />
      <hr />
      <ColumnForm props={props} />
    </Card>
  ) : null

const namedIn = (choices: readonly { readonly id: number | string; readonly name: string }[], id: number | string | null): string =>
  choices.find((one) => one.id === id)?.name ?? '?'

/** What a used field says, in words. */
function valueText(field: keyof Filter, { frame: { lang }, shown: { view, choices } }: ListPageProps): string {
  const t = worklistTexts[lang]
  const { filter } = view
  switch (field) {
    case 'unit':
      return namedIn(choices.units, filter.unit)
    case 'district':
      return namedIn(choices.districts, filter.district)
    case 'reason':
      return reasonText(filter.reason ?? '', lang)
    case 'assigned':
      return filter.assigned === 'me' ? t.me : filter.assigned === 'nobody' ? t.nobody : namedIn(choices.staff, filter.assigned)
    case 'unknownOccupation':
    case 'lastNight':
      return ''
    case 'ageFrom':
    case 'ageTo':
    case 'daysAtLeast':
    case 'daysAtMost':
    case 'twentyWithin':
      return String(filter[field])
  }
}

/** The filters in use, each a link that takes it away, and the way to the panel. */
export const UsedFilters = (props: ListPageProps) => {
  const { frame, shown } = props
  const t = worklistTexts[frame.lang]
  const { view } = shown
  const links = usedFields(view).map((field) => {
    const value = valueText(field, props)
    const filter = { ...view.filter, [field]: noFilter[field] }
    const label = value === '' ? t.fields[field] : `${t.fields[field]}: ${value}`
    return { href: addressOf({ ...view, filter, page: 1 }), label, count: null, current: true }
  })
  const query = queryOf(view)
  return (
    <div class="row">
      <a href={`/ungdomar?${query === '' ? '' : `${query}&`}visa=filter#filter`}>{t.filter}</a>
      {links.length > 0 && <Chips label={t.usedLabel} links={links} />}
    </div>
  )
}
