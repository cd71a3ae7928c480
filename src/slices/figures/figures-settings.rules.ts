/** The settings of figures: smaller numbers than the limit are hidden, zero apart; 1: none are. */
import { numberSettings } from '../../kernel/number-settings.ts'
import { shippedSmallBelow } from './suppress.rules.ts'

export const figuresSettings = numberSettings({ smallBelow: { key: 'figures.smallBelow', shipped: shippedSmallBelow, least: 1, most: 20 } })
