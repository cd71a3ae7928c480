/** Made-up people: common given names with surnames that nobody bears, streets and localities that no map shows. */
import type { Address } from './lives.types.ts'
import type { Random } from './random.ts'

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

const womens = words(`
  Alice Maja Elsa Ella Wilma Ebba Olivia Saga Klara Agnes Freja Astrid Tilde Moa Linnéa Ida Hanna Elin Nora Tuva Signe Alva Stina Emma
  Fatima Maryam Amina Leila Zahra Yasmin Noor Hiba Ayan Hodan Sara Lina Selma Dilan Rojin Salma Mariam Lejla Amra Milica Ana Zofia Maria
  Semhar Saba Elina Aino Thanida Linh Mei Anna-Karin Áilu
`)
const mens = words(`
  William Liam Lucas Oscar Elias Hugo Oliver Alexander Axel Emil Viktor Anton Leo Filip Gustav Arvid Nils Erik Melker Edvin Albin Ludvig
  Mohammed Ahmed Ali Omar Yusuf Ibrahim Hassan Abdi Bilal Hamza Adam Karim Samir Reza Navid Rojhat Baran Amir Emir Dino Luka Stefan Jakub
  Yonas Filmon Matti Arash Minh Jonathan Karl-Johan Åke Måns Niila
`)

const northernStarts = words('Löv Björk Ask Älv Rönn Hassel Sten Mossa Fjäll Vinter Glim Tång Ålder Sjö Häger Lärk Ör Bäver Malm Snö')
const northernEnds = words('grenius vallier hagenius mårtler kvarnér stigell dovander lyckell brinkér sundelius testsson vidfors')
const fartherStarts = words('Kara Zami Nura Haba Tesfa Osma Rahi Dira Seli Barza Mela Toro Vuka Jala Aweri Shiva Lubo Ceni')
const fartherEnds = words('dovi nelou riyan shazai bekova tirra mandou zadeni veskari loumi hashti gomeri')

/** A surname from two parts, so that it sounds like one and is nobody's. */
function surname(random: Random): string {
  return random.chance(0.66)
    ? random.pick(northernStarts) + random.pick(northernEnds)
    : random.pick(fartherStarts) + random.pick(fartherEnds)
}

/** A made-up name. The last digit but one of the number says whether it is a woman's (even) or a man's. */
export function madeUpName(random: Random, number: string): { givenName: string; surname: string } {
  return { givenName: random.pick(Number(number[10]) % 2 === 0 ? womens : mens), surname: surname(random) }
}

const streets = words(`
  Provgatan Testvägen Påhittsgränd Sagostigen Fantasigatan Uppdiktsvägen Lövstaslingan Exempelvägen Övningsbacken Skuggkvarnsgatan
  Kvarnprovsstigen Klockarprovet Låtsastorget Gladtestgatan Rävlyevägen
`)

/** Localities of the made-up municipality. Postal codes 999 xx are not in use. */
const localities = words('LÖVSTA LÖVSTASTRAND SKUGGKVARN ÖSTERPÅHITT VÄSTERPÅHITT KLINTESAGA')

function addressIn(random: Random, place: readonly string[]): Address {
  const locality = random.pick(place)
  const postalCode = `999${10 + place.indexOf(locality) * 10 + random.whole(0, 9)}`
  return { street: `${random.pick(streets)} ${random.whole(1, 98)}`, postalCode, locality }
}

/** A made-up address in the municipality. */
export const addressHere = (random: Random): Address => addressIn(random, localities)

/** A made-up address in another municipality. */
export const addressElsewhere = (random: Random): Address => addressIn(random, ['ANNANSTAD', 'FJÄRRPÅHITT', 'BORTASTAD'])
