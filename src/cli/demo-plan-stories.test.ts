/** The demo's plans are an example of how one writes: easy to read, and with nothing in them that may not belong in the register. */
import { describe, expect, test } from 'vitest'
import { flagsOf } from '../slices/hygiene/index.ts'
import { lixOf } from '../slices/plans/index.ts'
import { firstStories } from './demo-plan-stories.ts'
import { moreStories } from './demo-plan-more.ts'
import type { Event, Written } from './demo-plan.types.ts'

const stories = [...firstStories, ...moreStories]

const written = ({ goal, steps }: Pick<Written, 'goal' | 'steps'>): string[] => [goal, ...steps.flatMap(({ text, actor }) => [text, actor])]

function said(event: Event): string[] {
  switch (event.does) {
    case 'opened':
      return written(event)
    case 'revised':
      return [...(event.goal === undefined ? [] : [event.goal]), ...(event.adds ?? []).map(({ text }) => text)]
    case 'followedUp':
    case 'postponed':
    case 'ended':
      return [event.note]
    case 'added':
      return [event.text]
    case 'ticked':
    case 'linked':
    case 'acknowledgedByLink':
    case 'acknowledgedOnPaper':
      return []
  }
}

describe('the plans of the demo', () => {
  test.each(stories.map((story) => [story.goal, story] as const))('%s', (_, story) => {
    const texts = [...written(story), story.measure?.note ?? '', ...story.later.flatMap(said)]
    expect(texts.flatMap((text) => flagsOf(text, { ownNames: [] }))).toEqual([])
    expect(lixOf(written(story).join('\n')).lix).toBeLessThan(40)
  })

  test('name what is ticked as it stands', () => {
    const missing = stories.flatMap(({ steps, later }) => {
      const known = [
        ...steps,
        ...later.flatMap((one) =>
          one.does === 'revised' || one.does === 'opened' ? ((one.does === 'opened' ? one.steps : one.adds) ?? []) : [],
        ),
      ]
      const all = new Set([
        ...known.map(({ text }) => text),
        ...later.flatMap((one) =>
          one.does === 'revised' ? (one.reworded ?? []).map(([, to]) => to) : one.does === 'added' ? [one.text] : [],
        ),
      ])
      return later.flatMap((one) => (one.does === 'ticked' && !all.has(one.text) ? [one.text] : []))
    })
    expect(missing).toEqual([])
  })
})
