/** The shipped templates in Tigrinya, in the polite plural, which suits whoever reads them. To be proofread by a translator. */
import type { ShippedTemplates } from './shipped.types.ts'
import { svTemplates } from './sv.ts'

export const tiTemplates: ShippedTemplates = {
  firstLetter: {
    subject: 'ከመይ ከም ዘለኹም ክንፈልጥ ንደሊ',
    body: `ሰላም {{firstName}}!

ስመይ {{contactName}} እዩ። ኣብ {{unit}}፡ {{municipality}} እሰርሕ። ንሕና ትሕቲ 20 ዓመት ንዝዕድሚኦም መንእሰያት ደገፍ ንህብ። ሕጂ እንታይ ትገብሩ ከም ዘለኹምን ከመይ ከም ዘለኹምን ክንፈልጥ ንደሊ።

## እዚ ክትረኽቡ ትኽእሉ ኢኹም

- ብዛዕባ ትምህርትን ስራሕን እትዘራረብዎ ሰብ።
- ኣብያተ ትምህርትን ቦታታት ስራሕን ምብጻሕ፡ ከመይ ከም ዝመስል ንኽትርእዩ።
- ናይ ስራሕ ልምምድ (praktik)፡ ንኽትፍትኑ።
- ንዓኹም ዝሰማማዕ ትምህርቲ ወይ ስራሕ ንምርካብ ሓገዝ።

እዚ ብድሌትኩም ጥራይ ዝግበር እዩ፡ ክፍሊት ድማ የብሉን። ክንራኸብ ከለና ምሳኹም ሰብ ከተምጽኡ ትኽእሉ ኢኹም።

## ከመይ ጌርኩም ትምልሱ

- ነቲ ኣብዚ ደብዳበ ዘሎ ኮድ QR ብተሌፎንኩም ስካን ግበርዎ።
- ወይ ናብ {{replyLink}} ኬድኩም ኮድ {{replyCode}} ጽሓፉ።
- ወይ ናብ {{contactPhone}} ደውሉ።

ትምህርቲ ወይ ስራሕ ጀሚርኩም ዲኹም? በጃኹም ንገሩና። ሕጂ ርክብ ከም ዘይትደልዩ እውን ክትምልሱ ትኽእሉ ኢኹም።

ኩለን ኮሙናት ሽወደን ንመንእሰያት ደገፍ ይህባ። ስለዚ ኢና ንጽሕፈልኩም ዘለና። ብዛዕባኹም እንታይ ሓበሬታ ከም ዝዓቀብና ክትፈልጡ እንተ ደሊኹም፡ ደውሉልና።

ምስ ሰላምታ

{{contactName}}፡ {{unit}}`,
  },
  furtherLetter: {
    subject: 'እንተ ደሊኹም ኣብዚ ኣለና',
    body: `ሰላም {{firstName}}!

ስመይ {{contactName}} እዩ። ኣብ {{unit}}፡ {{municipality}} እሰርሕ። ቅድሚ ሕጂ ጽሒፍናልኩም ኔርና። ምናልባት ብዙሕ ካልእ ነገር ነይሩኩም ይኸውን። ጸገም የብሉን። ኣብዚ ከም ዘለና ክንነግረኩም ጥራይ ኢና ንደሊ።

## ብንእሽቶ ክንጅምር ንኽእል ኢና

- ንሓጺር ግዜ ብተሌፎን ክንዘራረብ ንኽእል ኢና።
- ተራኺብና ቡን ክንሰቲ ንኽእል ኢና። ምሳኹም ሰብ ከተምጽኡ ትኽእሉ ኢኹም።
- ቤት ትምህርቲ ወይ ቦታ ስራሕ ክትርእዩ ክትደልዩ ከለኹም፡ ምሳኹም ክንከይድ ንኽእል ኢና።
- ናይ ስራሕ ልምምድ (praktik)፡ ወይ ነቲ እትደልይዎ ንምምልካት ሓገዝ ክትረኽቡ ትኽእሉ ኢኹም።

ባዕልኹም ኢኹም እትመርጹ። እዚ ብድሌትኩም ጥራይ ዝግበር እዩ፡ ክፍሊት ድማ የብሉን።

## ከመይ ጌርኩም ትምልሱ

- ነቲ ኣብዚ ደብዳበ ዘሎ ኮድ QR ብተሌፎንኩም ስካን ግበርዎ።
- ወይ ናብ {{replyLink}} ኬድኩም ኮድ {{replyCode}} ጽሓፉ።
- ወይ ናብ {{contactPhone}} ደውሉ።

ኩሉ ጽቡቕ ከም ዘሎ ክትምልሱ ትኽእሉ ኢኹም። ሕጂ ርክብ ከም ዘይትደልዩ እውን ክትምልሱ ትኽእሉ ኢኹም።

ምስ ሰላምታ

{{contactName}}፡ {{unit}}`,
  },
  studyCertificate: {
    subject: 'ንቕድሚት ዝወስዱ መንገድታትኩም',
    body: `ሰላም {{firstName}}!

ስመይ {{contactName}} እዩ። ኣብ {{unit}}፡ {{municipality}} እሰርሕ። ኣብ ካልኣይ ደረጃ ቤት ትምህርቲ ተማሂርኩም፡ ምስክር ወረቐት ትምህርቲ (studiebevis) ረኺብኩም ኣለኹም። እቲ ዝሓለፍኩምዎ ትምህርቲ ኩሉ ይቑጸር እዩ። ናይ ምረቓ ወረቐት (examen) እንተ ደሊኹም፡ ኣብኡ ወሲኽኩም ክትሃንጹ ትኽእሉ ኢኹም።

## እንታይ ክትገብሩ ትኽእሉ

- ነቲ ዝተረፈኩም ኣብ komvux (ትምህርቲ ዓበይቲ) ተማሃርዎ። መብዛሕትኡ ግዜ ቅድሚ 20 ዓመት ምምላእኩም ከተመልክቱ ትኽእሉ ኢኹም።
- ኣብ folkhögskola (ህዝባዊ ቤት ትምህርቲ) ኮርስ ውሰዱ።
- ብስራሕ ወይ ብልምምድ ጀሚርኩም፡ ደሓር ትምህርቲ ቀጽሉ።

ኣብ komvux ምምሃር ክፍሊት የብሉን። እንታይ ከም ዝተረፈኩም ምሳኹም ክንርኢ፡ ኣብ ምምልካት ክንሕግዘኩምን ኣብ ምብጻሕ ምሳኹም ክንከይድን ንኽእል ኢና።

ሓገዝና ምውሳድ ብድሌትኩም ጥራይ እዩ፡ ክፍሊት ድማ የብሉን። ክንራኸብ ከለና ምሳኹም ሰብ ከተምጽኡ ትኽእሉ ኢኹም።

## ከመይ ጌርኩም ትምልሱ

- ነቲ ኣብዚ ደብዳበ ዘሎ ኮድ QR ብተሌፎንኩም ስካን ግበርዎ።
- ወይ ናብ {{replyLink}} ኬድኩም ኮድ {{replyCode}} ጽሓፉ።
- ወይ ናብ {{contactPhone}} ደውሉ።

መደብ ኣለኩም ድዩ? በጃኹም ንገሩና። ሕጂ ርክብ ከም ዘይትደልዩ እውን ክትምልሱ ትኽእሉ ኢኹም።

ምስ ሰላምታ

{{contactName}}፡ {{unit}}`,
  },
  turning20: {
    subject: '20 ዓመት ክትመልኡ ከለኹም',
    body: `ሰላም {{firstName}}!

ስመይ {{contactName}} እዩ። ኣብ {{unit}}፡ {{municipality}} እሰርሕ። ድሕሪ ሓጺር ግዜ 20 ዓመት ክትመልኡ ኢኹም። ደገፍና ንትሕቲ 20 ዓመት ዝዕድሚኦም እዩ። ግን ካልእ ደገፍ ኣሎ ንዓኹም።

## ናበይ ክትከዱ ትኽእሉ

- ኣብ komvux (ትምህርቲ ዓበይቲ) ንምስክር ወረቐት ክትመሃሩ ወይ ሞያ ክትቀስሙ ትኽእሉ ኢኹም። ክፍሊት የብሉን።
- ምስ ኣማኻሪ ትምህርቲ ኣብ komvux፡ ብዛዕባ እንታይ ክትመሃሩ ከም እትደልዩ ክትዘራረቡ ትኽእሉ ኢኹም።
- ኣብ ቤት ጽሕፈት ስራሕ (Arbetsförmedlingen) ስራሕ ንምድላይ ሓገዝ ትረኽቡ።

## ኣብ ዝቕጽል ስጉምቲ ክንሕግዘኩም ትደልዩ ዲኹም?

ኣብታ ኮሙን፡ ልዕሊ 20 ዓመት ንዝዕድሚኦም መንእሰያት ዝድግፉ ሰባት ኣለዉ። ንሕና ክንውከሰልኩም ንኽእል ኢና። እወ እንተ ኢልኩም ጥራይ ኢና ንገብሮ። በጃኹም ቅድሚ ዕለት ልደትኩም ንገሩና። ሽዑ ኣብ መጀመርታ ሰለስተና ክንራኸብ ንኽእል ኢና፡ ምሳኹም ሰብ ከተምጽኡ እውን ትኽእሉ ኢኹም።

እዚ ብድሌትኩም ጥራይ ዝግበር እዩ፡ ክፍሊት ድማ የብሉን።

## ከመይ ጌርኩም ትምልሱ

- ነቲ ኣብዚ ደብዳበ ዘሎ ኮድ QR ብተሌፎንኩም ስካን ግበርዎ።
- ወይ ናብ {{replyLink}} ኬድኩም ኮድ {{replyCode}} ጽሓፉ።
- ወይ ናብ {{contactPhone}} ደውሉ።

ጽቡቕ ዕድል ንምነየልኩም!

ምስ ሰላምታ

{{contactName}}፡ {{unit}}`,
  },
  visitCard: {
    subject: 'ክንበጽሓኩም ንደሊ',
    body: `ሰላም! ንሕና ካብ {{unit}}፡ {{municipality}} ክልተ ሰባት ኢና። ከመይ ከም ዘለኹም ክንፈልጥ ንደሊ። በዚ ግዜ ክንመጽእ ኢና፦

## {{visitDay}}፡ ሰዓት {{visitTime}}

ካልእ ግዜ ይሕሸኩም ድዩ? ናብ {{contactPhone}} ደውሉ፡ ወይ ናብ {{replyLink}} ኬድኩም ኮድ {{replyCode}} ጽሓፉ።

ማዕጾ ክትከፍቱ ኣይትግደዱን ኢኹም። ባዕልኹም ኢኹም እትመርጹ።

{{contactName}}`,
  },
  firstSms: {
    subject: '',
    body: 'ሰላም! ንሕና {{unit}}፡ {{municipality}} ከመይ ከም ዘለኹም ክንፈልጥ ንደሊ። መልሲ፦ {{replyLink}} ወይ ስልኪ {{contactPhone}}',
  },
  furtherSms: {
    subject: '',
    body: 'ሰላም እንደገና! {{unit}} ክንዘራረብ ድሉዋት ኢና። ንምምላስ ወይ መልእኽቲ ንምእባይ፦ {{replyLink}} ወይ ስልኪ {{contactPhone}}',
  },
  meetingSms: {
    subject: '',
    body: 'ሰላም! ርክብና {{meetingDay}}፡ ሰዓት {{meetingTime}}፡ {{meetingPlace}}። ካልእ ግዜ? ስልኪ {{contactPhone}}። {{unit}}',
  },
  visitAlarmSms: svTemplates.visitAlarmSms,
  planLinkSms: {
    subject: '',
    body: 'ሰላም! እቲ ዝተሰማማዕናሉ እነሆ፦ {{planLink}} {{unit}}',
  },
  planCodeSms: {
    subject: '',
    body: 'ኮድኩም፦ {{planCode}}። ን10 ደቒቕ ይሰርሕ። ንኻልእ ሰብ ኣይትሃቡዎ። {{unit}}',
  },
  firstEmail: {
    subject: 'ሰላምታ ካብ {{municipality}}',
    body: `ሰላም!

ንሕና ካብ {{unit}}፡ {{municipality}} ከመይ ከም ዘለኹም ክንፈልጥ ንደሊ። ንዓኹም ዝሰማማዕ ክኸውን ዝኽእል ደገፍ ኣለና።

ኣብዚ መልሱ፦ {{replyLink}}

ሓደ ደቒቕ ኣቢሉ ይወስድ። ምእታው (log in) ኣየድልን። ንሕና ፓስዎርድ፡ BankID ወይ ገንዘብ ፈጺምና ኣይንሓትትን።

ናብ {{contactPhone}} እውን ክትድውሉ ትኽእሉ ኢኹም። እዚ ብድሌትኩም ጥራይ ዝግበር እዩ፡ ክፍሊት ድማ የብሉን። ካልእ ኢመይል እንተ ዘይደሊኹም፡ በቲ ሊንክ ንገሩና።

ምስ ሰላምታ

{{contactName}}፡ {{unit}}`,
  },
  meetingEmail: {
    subject: 'ርክብና {{meetingDay}}',
    body: `ሰላም!

ክንራኸብ ተሰማሚዕና ኣለና።

- መዓልቲ፦ {{meetingDay}}
- ሰዓት፦ {{meetingTime}}
- ቦታ፦ {{meetingPlace}}

ምሳኹም ሰብ ከተምጽኡ ትኽእሉ ኢኹም። እቲ ግዜ እንተ ዘይተሰማሚዑኩም፡ ናብ {{contactPhone}} ደውሉ፡ ካልእ ግዜ ክንረክብ ኢና።

ምስ ሰላምታ

{{contactName}}፡ {{unit}}`,
  },
  planLinkEmail: {
    subject: 'ዝተሰማማዕናሉ',
    body: `ሰላም!

ኣብዚ እቲ ዝተሰማማዕናሉ ከተንብቡ፡ ዝገበርኩምዎ ድማ ከተመልክቱ ትኽእሉ፦ {{planLink}}

እቲ ሊንክ ን30 መዓልቲ ይሰርሕ፡ ናትኩም ጥራይ ድማ እዩ። ምስ ከፈትኩምዎ ብኢመይል ኮድ ንሰደልኩም። ኣካውንት ኣየድልን። ንሕና ፓስዎርድ፡ BankID ወይ ገንዘብ ፈጺምና ኣይንሓትትን።

ምስ ሰላምታ

{{unit}}፡ {{municipality}}`,
  },
  planCodeEmail: {
    subject: 'ኮድኩም',
    body: `ሰላም!

ኮድኩም {{planCode}} እዩ። ን10 ደቒቕ ይሰርሕ።

ንኻልእ ሰብ ኣይትሃቡዎ። ኮድ እንተ ዘይሓቲትኩም፡ ዝግበር ነገር የለን።

ምስ ሰላምታ

{{unit}}፡ {{municipality}}`,
  },
  referralEmail: svTemplates.referralEmail,
  referralBackEmail: svTemplates.referralBackEmail,
}
