/** The shipped templates in Somali. No apostrophe in an SMS: the curved one is outside GSM-7. To be proofread by a translator. */
import type { ShippedTemplates } from './shipped.types.ts'
import { svTemplates } from './sv.ts'

export const soTemplates: ShippedTemplates = {
  firstLetter: {
    subject: 'Waxaan jeclaan lahayn inaan ogaanno xaaladdaada',
    body: `Salaan {{firstName}}!

Magacaygu waa {{contactName}}. Waxaan ka shaqeeyaa {{unit}} oo ku taal {{municipality}}. Waxaan taageernaa dhallinyarada ka yar 20 sano. Waxaan jeclaan lahayn inaan ogaanno waxa aad hadda qabato iyo sida aad tahay.

## Waxa aad heli karto

- Qof aad kala hadasho waxbarashada iyo shaqada.
- Booqasho dugsiyo iyo goobo shaqo, si aad u aragto sida ay yihiin.
- Tababar shaqo (praktik), si aad wax u tijaabiso.
- Caawimaad si aad u hesho waxbarasho ama shaqo kugu habboon.

Waa ikhtiyaari, waana lacag la’aan. Qof kale waad soo kaxaysan kartaa marka aan kulanno.

## Sida aad noogu jawaabi karto

- Telefoonkaaga ku sawir koodhka QR ee warqaddan ku yaal.
- Ama booqo {{replyLink}} oo ku qor koodhka {{replyCode}}.
- Ama soo wac {{contactPhone}}.

Ma bilowday waxbarasho ama shaqo? Fadlan noo sheeg. Waxaad sidoo kale ku jawaabi kartaa inaadan hadda rabin inaan kula soo xiriirno.

Dhammaan degmooyinka Iswiidhan waxay taageero siiyaan dhallinyarada. Sidaas darteed ayaan kuugu soo qoraynaa. Na soo wac haddii aad rabto inaad ogaato xogta aan kaa kaydinnay.

Salaan wacan

{{contactName}}, {{unit}}`,
  },
  furtherLetter: {
    subject: 'Halkan ayaan joognaa haddii aad rabto',
    body: `Salaan {{firstName}}!

Magacaygu waa {{contactName}}. Waxaan ka shaqeeyaa {{unit}} oo ku taal {{municipality}}. Hore ayaan kuugu soo qornay. Waxaa laga yaabaa inaad waxyaabo kale ku mashquulsanayd. Taasi dhib ma leh. Waxaan kaliya rabnaa inaan kuu sheegno inaan weli halkan joogno.

## Wax yar ayaan ku bilaabi karnaa

- Muddo gaaban ayaan telefoonka ku wada hadli karnaa.
- Waan kulmi karnaa oo qaxwe wada cabbi karnaa. Qof kale waad soo kaxaysan kartaa.
- Waan ku raaci karnaa marka aad rabto inaad aragto dugsi ama goob shaqo.
- Waxaad heli kartaa tababar shaqo (praktik), ama caawimaad si aad u codsato waxa aad rabto.

Adiga ayaa doorta. Waa ikhtiyaari, waana lacag la’aan.

## Sida aad noogu jawaabi karto

- Telefoonkaaga ku sawir koodhka QR ee warqaddan ku yaal.
- Ama booqo {{replyLink}} oo ku qor koodhka {{replyCode}}.
- Ama soo wac {{contactPhone}}.

Waad ku jawaabi kartaa in wax walba ay hagaagsan yihiin. Waxaad sidoo kale ku jawaabi kartaa inaadan hadda rabin inaan kula soo xiriirno.

Salaan wacan

{{contactName}}, {{unit}}`,
  },
  studyCertificate: {
    subject: 'Waddooyinka kuu furan',
    body: `Salaan {{firstName}}!

Magacaygu waa {{contactName}}. Waxaan ka shaqeeyaa {{unit}} oo ku taal {{municipality}}. Waxaad wax ka baratay dugsiga sare waxaadna heshay caddayn waxbarasho (studiebevis). Wax kasta oo aad ku guulaysatay way tirsan yihiin. Waad ku sii dhisi kartaa haddii aad rabto shahaadada dugsiga sare (examen).

## Waxa aad samayn karto

- Ka dhammayso waxa kuu haray komvux (waxbarashada dadka waaweyn). Badanaa waad codsan kartaa ka hor inta aadan 20 jirsan.
- Koorso ka qaado dugsiga dadweynaha (folkhögskola).
- Ku bilow shaqo ama tababar shaqo, kadibna wax sii baro.

Waxbarashada komvux waa lacag la’aan. Waxaan kula eegi karnaa waxa kuu haray, waxaanan kaa caawin karnaa codsiga. Booqashooyinkana waan ku raaci karnaa.

Inaad caawimaaddayada qaadato waa ikhtiyaari, waana lacag la’aan. Qof kale waad soo kaxaysan kartaa marka aan kulanno.

## Sida aad noogu jawaabi karto

- Telefoonkaaga ku sawir koodhka QR ee warqaddan ku yaal.
- Ama booqo {{replyLink}} oo ku qor koodhka {{replyCode}}.
- Ama soo wac {{contactPhone}}.

Qorshe ma leedahay? Fadlan noo sheeg. Waxaad sidoo kale ku jawaabi kartaa inaadan hadda rabin inaan kula soo xiriirno.

Salaan wacan

{{contactName}}, {{unit}}`,
  },
  turning20: {
    subject: 'Marka aad 20 jirsato',
    body: `Salaan {{firstName}}!

Magacaygu waa {{contactName}}. Waxaan ka shaqeeyaa {{unit}} oo ku taal {{municipality}}. Dhowaan waxaad buuxin doontaa 20 sano. Taageeradayadu waxay u tahay dadka ka yar 20 sano. Laakiin taageero kale ayaa kuu jirta.

## Halka aad tagi karto

- Komvux (waxbarashada dadka waaweyn). Halkaas waxaad ka qaadan kartaa shahaado ama xirfad ayaad ka baran kartaa. Waa lacag la’aan.
- La-taliyaha waxbarashada ee komvux. Waxaad kala hadli kartaa waxa aad rabto inaad barato.
- Xafiiska shaqada (Arbetsförmedlingen). Waxay kaa caawinayaan inaad shaqo raadsato.

## Ma rabtaa inaan kaa caawinno tallaabada xigta?

Degmada waxaa ku sugan dad taageera dhallinyarada ka weyn 20 sano. Annaga ayaa kuu la xiriiri karna. Waxaan sidaas samaynaynaa oo keliya haddii aad haa tiraahdo. Fadlan noo sheeg ka hor inta aadan 20 jirsan. Markaas saddexdeennu waan wada kulmi karnaa marka ugu horreysa, qof kalena waad soo kaxaysan kartaa.

Waa ikhtiyaari, waana lacag la’aan.

## Sida aad noogu jawaabi karto

- Telefoonkaaga ku sawir koodhka QR ee warqaddan ku yaal.
- Ama booqo {{replyLink}} oo ku qor koodhka {{replyCode}}.
- Ama soo wac {{contactPhone}}.

Waxaan kuu rajaynaynaa guul!

Salaan wacan

{{contactName}}, {{unit}}`,
  },
  visitCard: {
    subject: 'Waxaan jeclaan lahayn inaan ku soo booqanno',
    body: `Salaan! Waxaan nahay laba qof oo ka socda {{unit}}, {{municipality}}. Waxaan jeclaan lahayn inaan ogaanno xaaladdaada. Waxaan imanaynaa:

## {{visitDay}}, saacadda {{visitTime}}

Waqti kale ma kuu fiican yahay? Soo wac {{contactPhone}} ama booqo {{replyLink}} oo ku qor koodhka {{replyCode}}.

Khasab ma aha inaad albaabka furto. Adiga ayaa doorta.

{{contactName}}`,
  },
  firstSms: {
    subject: '',
    body: 'Salaan! {{unit}}, {{municipality}}, waxay rabtaa inay ogaato xaaladdaada. Jawaab: {{replyLink}} ama soo wac {{contactPhone}}',
  },
  furtherSms: {
    subject: '',
    body: 'Salaan mar kale! {{unit}} waa kuu diyaar. Jawaab, ama diid fariimaha: {{replyLink}} ama soo wac {{contactPhone}}',
  },
  meetingSms: {
    subject: '',
    body: 'Salaan! Waxaan kulmaynaa {{meetingDay}}, saacadda {{meetingTime}}, {{meetingPlace}}. Waqti kale? Soo wac {{contactPhone}}. /{{unit}}',
  },
  visitAlarmSms: svTemplates.visitAlarmSms,
  planLinkSms: {
    subject: '',
    body: 'Salaan! Waa kan wixii aan ku heshiinnay: {{planLink}} Waa 30 maalmood. /{{unit}}',
  },
  planCodeSms: {
    subject: '',
    body: '{{planCode}} waa koodhkaaga. Wuxuu shaqaynayaa 10 daqiiqo. Ha siin qof kale. /{{unit}}',
  },
  firstEmail: {
    subject: 'Salaan ka timid {{municipality}}',
    body: `Salaan!

Annaga oo ka socda {{unit}}, {{municipality}}, waxaan jeclaan lahayn inaan ogaanno xaaladdaada. Waxaan haynaa taageero laga yaabo inay kugu habboon tahay.

Halkan ka jawaab: {{replyLink}}

Waxay qaadanaysaa qiyaastii hal daqiiqo. Uma baahnid inaad gasho akoon. Weligeen ma weydiinno furaha sirta ah, BankID ama lacag.

Waxaad sidoo kale soo wici kartaa {{contactPhone}}. Waa ikhtiyaari, waana lacag la’aan. Haddii aadan rabin iimayl kale, noogu sheeg xiriiriyaha.

Salaan wacan

{{contactName}}, {{unit}}`,
  },
  meetingEmail: {
    subject: 'Kulankeenna {{meetingDay}}',
    body: `Salaan!

Waxaan ku ballannay inaan kulanno.

- Maalinta: {{meetingDay}}
- Saacadda: {{meetingTime}}
- Goobta: {{meetingPlace}}

Qof kale waad soo kaxaysan kartaa. Haddii aanu waqtigu kuu fiicnayn, soo wac {{contactPhone}} si aan waqti kale u helno.

Salaan wacan

{{contactName}}, {{unit}}`,
  },
  planLinkEmail: {
    subject: 'Wixii aan ku heshiinnay',
    body: `Salaan!

Halkan ka akhri wixii aan ku heshiinnay, oo calaamadee waxaad qabatay: {{planLink}}

Xiriiriyuhu wuxuu shaqaynayaa 30 maalmood, adiga keliya ayaana iska leh. Marka aad furto, waxaan iimayl kuugu soo diraynaa koodh. Uma baahnid akoon. Weligeen ma weydiinno furaha sirta ah, BankID ama lacag.

Salaan wacan

{{unit}}, {{municipality}}`,
  },
  planCodeEmail: {
    subject: 'Koodhkaaga',
    body: `Salaan!

Koodhkaagu waa {{planCode}}. Wuxuu shaqaynayaa 10 daqiiqo.

Ha siin qof kale. Haddii aadan codsan koodh, waxba ha samayn.

Salaan wacan

{{unit}}, {{municipality}}`,
  },
  referralEmail: svTemplates.referralEmail,
  referralBackEmail: svTemplates.referralBackEmail,
}
