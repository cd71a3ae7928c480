/** The words of the page that questionnaires are answered on, in Somali, to be proofread. */
import type { SurveyWords } from './survey-words.types.ts'

export const soWords: SurveyWords = {
  title: 'Su’aalo dhowr ah',
  intro: 'Waxaa lagu siiyay warqad ama kaar koodh leh.',
  codeHint: 'Koodhku wuxuu leeyahay toban xaraf iyo tiro.',
  wrong: 'Koodhku sax ma aha, hore ayaa loo isticmaalay ama wuu dhacay. Weydii qofka ku siiyay mid cusub.',
  step: 'Su’aasha {{n}} ee {{of}}',
  skip: 'Ka bood su’aasha',
  yesNo: ['Haa', 'Maya'],
  scale: ['Aad u xun', 'Xun', 'Ma fiicna mana xuma', 'Fiican', 'Aad u fiican'],
  nothing: 'Waad ka booday dhammaan su’aalaha. Waxba lama kaydin. Ka jawaab ugu yaraan hal su’aal, ama xir bogga.',
  privacy: {
    title: 'Ma arki karaa qof jawaabtayda?',
    lines: [
      'Maya. Ma garanayno cidda aad tahay.',
      'Waxaan tirinnaa oo keliya inta qof ee doorata jawaab kasta. Jawaabtaada gaar looma soo saari karo.',
      'Ma qori kartid qoraal adiga kuu gaar ah. Wuxuu muujin karaa cidda aad tahay.',
      'Waa ikhtiyaari. Waad ka boodi kartaa su’aalaha.',
    ],
  },
  thanks: { title: 'Mahadsanid!', text: 'Jawaabtaada waa la tiriyay. Waad xiri kartaa bogga.' },
}
