/** What the demo's action plan says, part by part in the order of the shipped outline, and who answers. All made up. */
const work = 'Arbetsmarknadsnämnden'
const education = 'Utbildningsnämnden'

export const demoPlan: readonly (readonly [board: string, body: string])[] = [
  [
    work,
    'Vi följer alla folkbokförda som har slutat grundskolan, inte har fyllt 20 år och varken går i eller har gått ut gymnasieskolan.\n\nVård och stöd enligt socialtjänstlagen hör till andra. Vi hjälper ungdomen att ta kontakten.',
  ],
  [
    work,
    'Arbetsmarknadsnämnden samordnar, söker upp och motiverar. Utbildningsnämnden hindrar avbrott och erbjuder studier. Stadsdelarna samverkar kring ungdomar de känner.',
  ],
  [
    work,
    'Styrgruppen för ungdomssamverkan styr och möts fyra gånger om året. Samverkansforumet möts varje månad, går igenom siffrorna och förbereder frågor.',
  ],
  [
    work,
    'Socialtjänst, fältverksamhet, ungdomsmottagning, polis, arbetsförmedling, skolor och projekt. Vilka de är och vad vi har kommit överens om står under Nätverk.',
  ],
  [
    education,
    'Den som inte blir antagen bjuds in i direkt anslutning till beskedet, och igen i augusti. Arbetet pågår tills alla har en plats: septembersiffran ska vara noll.',
  ],
  [
    education,
    'Skolorna ringer före ett avbrott. Anmälningar från andra huvudmän tas emot varje dag. Klagomål på en skola lämnas till rektorn.',
  ],
  [work, 'Källorna läses varje natt. Undantag rättas samma dag. En uppgift om sysselsättning förnyas enligt kommunens inställning.'],
  [
    work,
    'Första brevet inom en månad, sms samtidigt. Därefter telefon vid minst tre tillfällen, kort med dag och tid, och hembesök i par.',
  ],
  [
    work,
    'Den som är ny i landet får hjälp till språkintroduktion eller sfi. Den med studiebevis visas till vuxenutbildningen. Före 20-årsdagen skickas ett brev, och den som vill lämnas över till enheten för unga vuxna.',
  ],
  [
    education,
    'I första hand studier. Vägledning, motivation och praktik på vägen dit. Platser på ungdomsanställning beslutas i personalgruppen.',
  ],
  [
    work,
    'Bara det som förordningen tillåter skrivs. Uppgifterna tas bort senast det år ungdomen fyller 21. I andra verksamheters system skrivs ungdomen bara med samtycke.',
  ],
  [
    work,
    'Två samordnare arbetar med ungdomar som har skyddade personuppgifter. Sekretessen prövas varje gång en uppgift lämnas till någon annan.',
  ],
  [work, 'Alla erbjuds en enkät när de har börjat, och en när de slutar. Svaren går igenom varje termin.'],
  [work, 'Tertial 1, tertial 2 och en årsrapport. Samverkansforumet går igenom siffrorna och lyfter det som behöver ändras.'],
  [work, 'Fler ska nås på telefon. En gemensam rutin med stadsdelarna. Vägledare på plats i augusti.'],
]
