/**
 * Given names that are common among those who live in Sweden, young and old. Ours, written by hand: enough to notice that somebody is named, not
 * a register of names. Names that are months, countries or towns are left out.
 */

const listed = (names: string): readonly string[] => names.split(/\s+/u).filter((name) => name !== '')

/** Names that are no other word: flagged wherever they stand with a capital. */
export const givenNames: ReadonlySet<string> = new Set(
  listed(`
    adam adrian agnes agneta ahmad ahmed aida aisha albert albin aleksander alexander alexandra alfred ali alice alicia alina alma alva alvar
    alvin amanda amelia amina amir amira ana anders andrea andreas andré anette angelica angelina anita anja ann anna annelie annette annika
    anton antonia arne aron artur arvid astrid aurora axel aya ayan ayse barbro beatrice bengt benjamin bernt bertil birger birgit birgitta
    birgitte bjarne boel boris britt britta camilla carin carina carl carolina caroline casper cassandra catarina cecilia charlie charlotta
    charlotte christer christian christina christoffer clara claes conny cornelia dagmar daniel daniela dania david denise dennis diana
    disa dragan ebba eddie edith edvin edward einar eleonora elias elif elin elina elisabet elisabeth elise ella ellen ellinor elliot elma elna
    elsa elvira emanuel emelie emil emilia emily emma enzo erik erika erica eskil ester eva evelina fadi farah fatima fatma fatuma fredrik
    fredrika frida fritjof gabriel gabriella gerd georg gerda gertrud gittan göran gösta greta gudrun gunilla gunnar gunnel gustaf gustav
    håkan hamza hana hanna hannah hannes harald harry hasan hassan hedda hedvig helen helena helene helge helmer henning henrik herbert
    hilda hillevi hilma hjalmar hodan hugo hussein ibrahim ida idris idun ilona ines inga ingalill ingegerd ingela ingemar inger ingmar ingrid
    ingvar isabel isabella isabelle isak ismail ivar iwona jack jacob jakob james jamila janne jasmine jasmin jens jenny jennifer jeremias jerker
    jerry jesper jessica jimmy joakim joanna joel johan johanna johannes john jonas jonathan jonna josef josefin josefine julia julian julie kaj
    kajsa kalle karim karin karl karolina katarina katja kenneth kennet kenny kerstin kevin khadija khaled kjell klara klas konrad kristian kristin
    kristina kristoffer krzysztof kurt lars lasse layla leah leif leila lena lennart leon lilian lillemor linda line linn linnea lisa lisbeth lotta
    louise lovisa lucas ludvig lukas luna lycke lykke madeleine magdalena magnus mahmoud maja malin malte margareta margaretha maria mariam
    mariana marianne marie marina marita markus marcus marta märta martin martina maryam måns mathias matilda mats mattias matteo mehmet melker
    melvin michael michaela mikael mikaela miriam mirjam moa mohamed mohammad mohammed mohamud monica monika morgan muhammad mustafa nadia natalia
    natalie nathalie nicole niklas nicklas nikola nils nina noah noel noor nora novalie ola olga oliver olivia olle olof osama oskar oscar osman
    otto patricia patrik peder pelle per-erik pernilla peter petra philip pia pontus rachel ragnar ragnhild rahma rami rasmus rebecka rebecca reza
    ricardo richard rickard rikard robert robin roger roland rolf ronja roza ruben rune rebin sabina salma sally samantha sami samira
    samuel sandra sanna sara sarah seb sebastian selma seth sigge signe sigrid sigvard simon simone siri siv sixten sofia sofie sonja sophia stefan
    stefania stella sten-åke stina susanna susanne sune svante sven svea tanja teodor teresa tereza therese thea theo theodor thomas tilda tilde tim
    tindra tobias tomas tommy torbjörn tord tore torsten tova tove tuva tyra ulf ulla ulrika ulrik uno urban ursula valdemar valentin valter vanessa
    vendela vera veronica veronika vickan victor victoria viktor viktoria vilgot vilhelm vilma vincent viola viveca vlad wilhelm william wilma xander
    yasin yasmin yasmine yngve ylva yosef yousef yusuf yvonne zahra zainab zakaria zara zeinab zelda zlatan zoe östen åke åsa örjan hampus jörgen
    mårten pär pål mikail amal abdi abdullah abdirahman abdulahi ayaan ifrah hodo sahra muna nimo faisal bilal anas omar usman tariq rania rima hala
    rana nour bashar firas ziad zaid haidar hadi mehdi mahdi parisa shirin nasrin arash babak kaveh farhad azad dilan rojin berivan zilan tesfay
    yonas selam samson meron winta filmon abel natnael hiwot saron senait luwam bereket robel oksana olena iryna andriy dmytro serhiy svitlana
    agnieszka katarzyna malgorzata piotr pawel tomasz marek jerzy zofia wojciech milica jovana dejan zoran vesna snezana amra emina edin mirza selma
      linh minh thanh huong chaiwat somchai malee ramona ionut andrei mihai florin ioana elena alin`),
)

/** Names that are other words as well, or begin sentences as such: flagged when they do not begin a sentence, or with a surname after. */
export const givenNamesThatAreWords: ReadonlySet<string> = new Set(
  listed(`
    alf art bill björn bo bror dag hans jan jo liv lo love lova maj mark max mira mona my nova per ro rut saga said sol sten stig tage tom tor tron
    vide vår frank frej freja ask felix iris lilly lily milo molly nico pil rex ron rosa sam tea tess ture uma viggo vilja leo leia li lia lina
    loke mio mila minna nea nellie sixten ville chris alex kim lee ray ivan noa elvis ari ayla june hope grace faith joy violet rose penny`),
)
