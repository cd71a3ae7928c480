/**
 * Words of crime, sentence and detention (Swedish and English basics). Ours, written by hand. Detention by administrative decision (LVU, LVM,
 * ungdomshem) is here with the sentences: it is the same sort of data. Trades and schools are taken out again under `never`.
 */
import { stemsOf } from './stem.rules.ts'

/** Crime, sentences, detention. */
export const crimeWords = stemsOf({
  starts: `åtal åtala åtale åtals fängels polisanm polisförhör polisingrip polisrapport häktad häktes häktet häktning anhålln anhållen kriminell kriminalit
    kriminalv frivård skyddstillsyn samhällstjänst ungdomstjänst ungdomsvård dagsböter brottsl brottsmisst brottsutred brottmål brottsplats
    våldsbrott sexualbrott narkotika narkotikab knark kokain amfetamin heroin cannabis marijuana snattar snattad snatteri inbrott misshandl
    våldtäkt våldtagen mordförs mordbrand dråp stöld bedrägeri skadegörelse utpressning häleri rattfyll rattonykter vapenbrott gängkrim
    gängrelat gängmedl tvångsomhänd omhändertag ungdomshem ungdomsfängelse fotboja kontaktförbud besöksförbud rånad rånade rånare rånat
    rånförsök personrån drogtest drogpåverk drogmissbr droghandel langare ordningsbot hedersrelat prison jailed imprison arrest convict
    probation burglar robber assault criminal custody sentenced shoplift felony offender parole`,
  holds: 'fängels misshandel våldtäkt polisanmäl kriminalvård',
  exact: `brott brottet brotten brotts böter lvu lvm lsu kvv rån rånet rånen mord mordet dömd dömdes dömts fälld friad anhölls greps gripits
    häkta häktats stal stals stulit stulen stulet åtalas droger drogerna hasch haschet jail theft crime crimes drugs stole stolen rape raped murder`,
  capitals: 'sis',
  phrases: [
    'villkorlig dom',
    'villkorligt frigiv',
    'sluten ungdomsvård',
    'misstänkt för',
    'misstänks för',
    'dömd för',
    'dömd till',
    'olaga hot',
    'olovlig körning',
    'grov stöld',
    'gripen av',
    'tagen av polis',
    'statens institutionsstyrelse',
    'drug dealing',
  ],
  never: `brottby brottas brottning brottare kriminalvårdare kriminalvårdarut kriminolog kriminaltek kriminalroman kriminalserie inbrottslarm
    åtalbar rånäs dråplig heroine arresterand`,
})
