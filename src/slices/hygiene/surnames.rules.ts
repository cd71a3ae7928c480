/**
 * Surnames that are common in Sweden. Ours, written by hand. All that end in -sson are taken for surnames without being listed.
 */

const listed = (names: string): readonly string[] => names.split(/\s+/u).filter((name) => name !== '')

/** Surnames that are no other word and no town: flagged alone, where they do not begin a sentence. */
export const surnames: ReadonlySet<string> = new Set(
  listed(`
    nilson lindberg lindström lindqvist lindkvist lindgren lindholm lindblom lindblad lindahl lindroth lindell lindén linder bergström bergqvist
    bergkvist berglund berggren bergman bergmark bergström sandberg sandström sandgren sandqvist nyström nyberg nyman nygren nylund nordin
    nordström nordqvist norberg nordgren nordlund hedlund hedberg hedström hedman hellström hellberg hellgren holmberg holmström holmgren holmqvist
    forsberg forsman forslund forsström engström engberg engdahl ekström ekberg eklund ekman ekholm ekdahl björklund björkman björkqvist sjöberg
    sjögren sjöström sjölund sjödin söderberg söderström söderlund söderqvist wikström wiklund wikman wiberg viklund vikström åberg åkerberg åkerlund
    åkerström åström öberg öhman österberg östlund östberg öström lundberg lundgren lundqvist lundkvist lundström lundin lundmark lundell lundblad
    dahlberg dahlström dahlgren dahlqvist dahlin dahlman strömberg strömgren strandberg strandqvist blomqvist blomkvist blomberg blomgren rosén
    rosenberg rosengren wallin wallén wallgren wahlström wahlberg wahlgren westerberg westerlund westin westman westberg hagström hagberg hagman
    hallberg hallgren hallström högberg högström höglund granberg granström grahn grönlund grönberg grönqvist fransson magnusson stenberg stenström
    stenmark sundberg sundström sundqvist sundin svedberg thorén törnqvist törnblom ulander boström boman bohlin brolin byström carlén
    cederberg edlund edström ehn elfström elm eliasson falkenberg fagerberg fagerström fredin frisk gabrielsson gezelius gustavsson gyllensten
    hägglund häggström hammarberg hammarström isaksson jernberg karlberg kjellberg kjellgren kullberg kvist lagerqvist lagerström larsen liljeberg
    liljegren löfgren löfberg löfqvist lövgren malmberg malmström melin molin moberg modig månson norling näslund nääs odén olander palmgren
    palmqvist pehrsson qvist rydberg rydén rosell sahlin sahlström samuelsson selander sellberg skoglund skoog stjernström ståhl ståhlberg
    svanberg svanström svärd tellström thelander tidblad ullström vesterlund vestin wennberg wennerström zetterberg zetterström zetterlund
    jensen hansen andersen pedersen nielsen christensen virtanen korhonen mäkinen nieminen heikkinen koskinen mäkelä
    nguyen pham huynh kowalski nowak wisniewski wojcik lewandowski kaminski jovanovic petrovic nikolic markovic hodzic hadzic kovacevic
    ivanov ivanova petrov petrova popov popescu ionescu shevchenko kovalenko bondarenko yilmaz öztürk celik sahin aydin özdemir arslan
    ahmed hassan hussein mohamed mohammed mohamud mohammadi hosseini rezaei ahmadi karimi rahimi haidari ibrahim ismail abdi abdullahi abdirahman
    warsame farah osman omar yusuf khalil haddad khoury al-ali mansour saleh nasser mahmoud hussain chowdhury rahman tesfaye
    haile gebre habte tekle berhane woldu mengistu kebede`),
)

/** Surnames that are towns, things or nature as well: flagged only after a given name, or after herr, fru and the like. */
export const surnamesThatAreWords: ReadonlySet<string> = new Set(
  listed(`
    berg lund ek lind holm ström dahl dal falk björk hall borg strand sand sten gran alm asp ask fors hult skog sjö nord norén nord väst öst sund vik
    svärd sköld modig stark rask glad frisk lång ståhl stål hjelm hjälm blom ros lilja palm kvist gren löv lav ahl al wall vall wahl wik hed hedin
    åker hammar smed bonde kung prins greve biskop munk krans krona kron silver guld järn koppar winter vinter sommar frid fred mård varg björn räv
    örn svan duva trana hök tran ali demir kaya khan malik jama silva costa santos lopez garcia perez cruz`),
)
