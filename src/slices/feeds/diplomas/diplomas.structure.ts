/** Our own description of betygsdokument r20, and which of its types mean what here (DOMAIN.md 3.4). */
import type { ElementRule } from '../population/population.structure.ts'

const text: ElementRule = {}
const opaque: ElementRule = { opaque: true }

/** The document element, its rule and the element that is one record. */
export const gradeDocumentRoot: { root: string; rule: ElementRule; record: string } = {
  root: 'betygsdokument',
  record: 'dokument',
  rule: {
    children: {
      dokument: [
        {
          children: {
            elev: [text, 1, 1],
            studievägskod: [text, 0, 1],
            utfärdat: [text, 1, 1],
            skola: [text, 1, 1],
            skolenhetskod: [text, 1, 1],
            typ: [text, 1, 1],
            grundläggandebehörighet: [text, 0, 1],
            ämnen: [opaque, 0, 1],
            kurser: [opaque, 0, 1],
          },
        },
        0,
        Infinity,
      ],
    },
  },
}

/** Their types as ours. The municipal adult education's final grade at upper secondary level is a partial certificate. */
export const gradeDocumentTypes: ReadonlyMap<string, string> = new Map([
  ['GY_EXAMENSBEVIS_HOGSKOLEFORBEREDANDE', 'examen_hogskoleforberedande'],
  ['GY_EXAMENSBEVIS_INGENJOR', 'examen_ingenjor'],
  ['GY_EXAMENSBEVIS_YRKESFORBEREDANDE', 'examen_yrkes'],
  ['GY_GYMNASIEINTYG', 'gymnasieintyg'],
  ['GY_SLUTBETYG', 'slutbetyg'],
  ['GY_STUDIEBEVIS', 'studiebevis'],
  ['GYSAR02_SLUTBETYG', 'slutbetyg'],
  ['GYSAR_STUDIEBEVIS_FOR_INDIVIDUELLT', 'gymnasiesarskolebevis'],
  ['GYSAR_STUDIEBEVIS_FOR_NATIONELLT', 'gymnasiesarskolebevis'],
  ['VUX_EXAMENSBEVIS_HOGSKOLEFORBEREDANDE', 'vux_examen'],
  ['VUX_EXAMENSBEVIS_YRKESFORBEREDANDE', 'vux_examen'],
  ['VUX_KUNSKAPSINTYG', 'kunskapsintyg'],
  ['VUX_SLUTBETYG', 'slutbetyg'],
  ['VUX_SLUTBETYG_GY', 'slutbetyg'],
])
