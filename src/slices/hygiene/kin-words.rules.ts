/**
 * Words for kin and partners (Swedish and English basics). Ours, written by hand. 4 § of the ordinance lists what the register may hold, and
 * no kin is in it. Parental leave is an occupation and "barn" is in half of all programmes: they are not here. "Far" and "son" only after
 * hans, hennes, sin and the like: elsewhere they are other words.
 */
import { stemsOf } from './stem.rules.ts'

/** Kin and partners. */
export const kinWords = stemsOf({
  starts: `mamma pappa mammor pappor styvmamma styvpappa styvmor styvfar styvbro styvsys styvför bonusmamma bonuspappa bonusför bonussys bonusbro
    plastmamma plastpappa låtsaspappa låtsasmamma fostermamma fosterpappa fosterför förälder föräldra föräldr vårdnadshav målsman målsmän anhörig
    släkting mormor morfar farmor farfar morföräld farföräld morbror morbröd farbror farbröd syskon syster systrar lillasys storasys tvillingsys
    lillebr storebr tvillingbr halvsys halvbro brorsa syrran kusin svåger svägersk flickvän pojkvän fästmö fästman brorson brorsdotter
    systerson systerdotter barnbarn mother father mummy daddy sister brother parent guardian cousin grandmo grandfa grandpa girlfriend
    boyfriend stepmo stepfa stepbro stepsis sibling relatives daughter`,
  exact: `mor bror brodern bröder bröderna broder moster mostern faster fastern mostrar fastrar morsan farsan morsa farsa päron päronen sambo
    sambon sambos dotter dottern döttrar mum mom mums moms dad dads uncle aunt uncles aunts kusin brorsan`,
  owned: 'far son sonen fru make maka man barn tjej kille wife husband child children',
  phrases: ['god man', 'gode mannen'],
  never: `föräldraled föräldrafri föräldrapenn mammaled pappaled mammadag pappadag systerskol systersko systerprojekt parenthes brotherhood parental
    föräldramöt anhörigbidr`,
})
