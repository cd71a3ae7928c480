/** What a person is told, and the exit code (FEEDS.md 5). */
import { describe, expect, it } from 'vitest'
import { clearLine, Failure, Refused } from './failure.ts'

const systemError = (code: string): Error => Object.assign(new Error(`something ${code}`), { code })

describe('the one clear line', () => {
  it('is the refusal itself, with exit code 2', () => {
    expect(clearLine(new Refused('Filen är trasig.'))).toEqual({ message: 'Filen är trasig.', exitCode: 2 })
  })

  it('is the failure itself, with its exit code', () => {
    expect(clearLine(new Failure('Stoppat.', 3))).toEqual({ message: 'Stoppat.', exitCode: 3 })
    expect(clearLine(new Failure('Fel.'))).toEqual({ message: 'Fel.', exitCode: 70 })
  })

  it.each([
    ['ENOSPC', 'Disken är full'],
    ['53100', 'disk är full'],
    ['ECONNREFUSED', 'Databasen svarar inte'],
    ['EADDRINUSE', 'Porten används redan'],
    ['57P01', 'stängdes ner'],
    ['28P01', 'godtog inte'],
    ['3D000', 'finns inte'],
  ])('says in Swedish what %s is', (code, words) => {
    expect(clearLine(systemError(code))).toEqual({ message: expect.stringContaining(words) as string, exitCode: 70 })
  })

  it('is that of the first of several errors', () => {
    expect(clearLine(new AggregateError([systemError('ECONNREFUSED'), new Error('x')]))?.message).toContain('Databasen svarar inte')
  })

  it('tells of a connection that broke', () => {
    expect(clearLine(new Error('Connection terminated unexpectedly'))?.message).toContain('bröts')
  })

  it.each([[new TypeError('x is not a function')], [systemError('23505')], ['text'], [null], [undefined], [new AggregateError([])]])(
    'is not there for a defect: %s',
    (defect) => {
      expect(clearLine(defect)).toBeNull()
    },
  )
})
