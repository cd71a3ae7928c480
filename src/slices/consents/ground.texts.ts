/** Other legal grounds in plain words: what each asks, and who decides. */
import type { Lang } from '../../kernel/lang.ts'
import type { Ground, GroundSaid } from './ground.rules.ts'

type Said = { readonly name: string; readonly law: string; readonly asks: string }
type Texts = {
  readonly title: string
  readonly lead: string
  readonly bearings: Readonly<Record<GroundSaid['bearing'], string>>
  /** What the register may be used for, whatever the ground. */
  readonly purpose: string
  readonly decides: string
  readonly grounds: Readonly<Record<Ground, Said>>
}

const sv: Texts = {
  title: 'Inget samtycke',
  lead: 'Utan samtycke delas ingenting härifrån. Det kan finnas andra vägar i lagen. De står här så att du vet vad du ska fråga om; ingen av dem är vald åt dig, och systemet delar inget på någon av dem.',
  bearings: { look: 'kan prövas', no: 'gäller inte här' },
  purpose:
    'Oavsett grund får uppgifter ur registret bara användas för det som kommunen ska göra enligt 29 kap. 9 § skollagen, och för uppgifterna till Skolverket (3 § förordning 2006:39).',
  decides: 'Fråga din chef eller kommunens jurist. Den som beslutar skriver ner beslutet där kommunens beslut skrivs, inte här.',
  grounds: {
    secrecy: {
      name: 'Gäller sekretess för just den uppgiften?',
      law: '23 kap. 5 §, 26 kap. 1 § och 21 kap. 1 och 3 §§ offentlighets- och sekretesslagen',
      asks: 'Ingen bestämmelse nämner aktivitetsansvaret. Vad som skyddar en uppgift beror på vilken nämnd ni hör till. I vägledning och hos socialtjänsten är utgångspunkten att den är hemlig. Hälsa, sexualliv och adressen till den som är förföljd skyddas var de än finns.',
    },
    ownBoard: {
      name: 'Samma nämnd',
      law: '8 kap. 1–2 §§ offentlighets- och sekretesslagen',
      asks: 'Inom en och samma nämnd gäller ingen sekretessgräns, om verksamheterna inte är självständiga mot varandra. Att få dela är inte att få registrera: dataskyddsreglerna gäller ändå, och i den egna verksamhetens system används samtycke.',
    },
    ownWork: {
      name: 'Nödvändigt för den egna verksamheten',
      law: '10 kap. 2 § offentlighets- och sekretesslagen',
      asks: 'Om det inte går att göra sitt eget uppdrag utan att lämna uppgiften. Bestämmelsen läses snävt: att det är praktiskt räcker inte.',
    },
    dutyByLaw: {
      name: 'Skyldighet i lag',
      law: '10 kap. 28 § offentlighets- och sekretesslagen',
      asks: 'Om en lag eller förordning säger att uppgiften ska lämnas, till exempel när en huvudman ska anmäla till hemkommunen.',
    },
    generalClause: {
      name: 'Generalklausulen',
      law: '10 kap. 27 § offentlighets- och sekretesslagen',
      asks: 'Bara till en annan myndighet, och bara när det är uppenbart att skälen att lämna väger tyngre än ungdomens skydd. Gäller aldrig uppgifter hos socialtjänsten.',
    },
    worry: {
      name: 'Oro för någon under 18',
      law: '29 kap. 13 § skollagen och 19 kap. 1 § socialtjänstlagen',
      asks: 'Den som misstänker att ett barn far illa ska anmäla det till socialnämnden. Det är en anmälan och ingen hänvisning: den görs i kommunens egen ordning och skrivs inte här.',
    },
    withoutName: {
      name: 'Fråga utan att säga vem',
      law: 'Inget behöver lämnas ut',
      asks: 'Det går ofta att fråga om en plats eller ett råd utan uppgifter som avslöjar vem det gäller. Fråga också ungdomen igen senare.',
    },
  },
}

const en: Texts = {
  title: 'No consent',
  lead: 'Without consent nothing is shared from here. There may be other ways in the law. They are told here so that you know what to ask about; none is chosen for you, and the system shares nothing on any of them.',
  bearings: { look: 'can be looked into', no: 'does not apply here' },
  purpose:
    'Whatever the ground, data of the register may be used only for what the municipality has to do under the Education Act, chapter 29, section 9, and for what is reported to Skolverket (ordinance 2006:39, section 3).',
  decides:
    'Ask your manager or the municipality’s lawyer. Whoever decides writes the decision where the municipality’s decisions are written, not here.',
  grounds: {
    secrecy: {
      name: 'Is this very datum secret?',
      law: 'Secrecy Act, chapter 23, section 5; chapter 26, section 1; chapter 21, sections 1 and 3',
      asks: 'No provision names the activity responsibility. What protects a datum depends on the board that you belong to. In guidance and with social services it is taken to be secret from the start. Health, sexual life and the address of somebody persecuted are protected wherever they are.',
    },
    ownBoard: {
      name: 'The same board',
      law: 'Public Access to Information and Secrecy Act, chapter 8, sections 1–2',
      asks: 'Within one and the same board there is no secrecy limit, unless the branches are independent of each other. To be allowed to share is not to be allowed to register: data protection applies all the same, and in the own service’s system consent is used.',
    },
    ownWork: {
      name: 'Necessary for the own work',
      law: 'Secrecy Act, chapter 10, section 2',
      asks: 'If the own task cannot be done without handing it over. The section is read narrowly: that it is practical is not enough.',
    },
    dutyByLaw: {
      name: 'A duty in law',
      law: 'Secrecy Act, chapter 10, section 28',
      asks: 'If an act or ordinance says that it is to be handed over, for example when a school authority has to notify the home municipality.',
    },
    generalClause: {
      name: 'The general clause',
      law: 'Secrecy Act, chapter 10, section 27',
      asks: 'To another authority alone, and only when it is obvious that the reasons for it weigh more than the youth’s protection. Never of what social services know.',
    },
    worry: {
      name: 'Worry for somebody under 18',
      law: 'Education Act, chapter 29, section 13, and Social Services Act, chapter 19, section 1',
      asks: 'Whoever suspects that a child is harmed must report it to the social welfare board. That is a report and no referral: it is made in the municipality’s own way and is not written here.',
    },
    withoutName: {
      name: 'Ask without saying who',
      law: 'Nothing needs to be handed over',
      asks: 'It is often possible to ask for a place or for advice without telling who it is about. Ask the youth again later, too.',
    },
  },
}

export const groundTexts: Readonly<Record<Lang, Texts>> = { sv, en }
