/** The words of the page that questionnaires are answered on, in Tigrinya, to be proofread. */
import type { SurveyWords } from './survey-words.types.ts'

export const tiWords: SurveyWords = {
  title: 'ገለ ሕቶታት',
  intro: 'ኮድ ዘለዎ ወረቐት ወይ ካርድ ተዋሂቡኩም።',
  codeHint: 'እቲ ኮድ ዓሰርተ ፊደላትን ቁጽርታትን ኣለዎ።',
  wrong: 'እቲ ኮድ ትኽክል ኣይኮነን፡ ድሮ ተጠቂሙ ወይ ግዜኡ ሓሊፉ። ነቲ ዝሃበኩም ሰብ ሓድሽ ኮድ ሕተቱ።',
  step: 'ሕቶ {{n}} ካብ {{of}}',
  skip: 'ነዚ ሕቶ ሕለፍዎ',
  yesNo: ['እወ', 'ኣይፋል'],
  scale: ['ኣዝዩ ሕማቕ', 'ሕማቕ', 'ጽቡቕ ኣይኮነን ሕማቕ ኣይኮነን', 'ጽቡቕ', 'ኣዝዩ ጽቡቕ'],
  nothing: 'ንኹሎም ሕቶታት ሓሊፍኩምዎም። ዝተዓቀበ ነገር የለን። እንተወሓደ ንሓደ ሕቶ መልሱ ወይ ነቲ ገጽ ዕጸውዎ።',
  privacy: {
    title: 'ሰብ መልሰይ ክርኢ ይኽእል ድዩ?',
    lines: [
      'ኣይፋል። መን ምዃንኩም ኣይንፈልጥን ኢና።',
      'ክንደይ ሰባት ነፍሲ ወከፍ መልሲ ከም ዝመረጹ ጥራይ ንቖጽር። መልስኹም ተፈልዩ ክወጽእ ኣይክእልን እዩ።',
      'ናይ ገዛእ ርእስኹም ጽሑፍ ክትጽሕፉ ኣይትኽእሉን፡ መን ምዃንኩም ከርኢ ስለ ዝኽእል።',
      'ብድሌትኩም እዩ። ሕቶታት ክትሓልፉ ትኽእሉ።',
    ],
  },
  thanks: { title: 'የቐንየልና!', text: 'መልስኹም ተቖጺሩ ኣሎ። ነቲ ገጽ ክትዓጽውዎ ትኽእሉ።' },
}
