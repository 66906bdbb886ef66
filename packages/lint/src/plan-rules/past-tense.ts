import { wordsIn } from "./words-in.js";

/** Base forms whose past is no `-ed`, and their pasts. */
const irregular: ReadonlyMap<string, string> = new Map(
  `
  be:been become:became begin:began bid:bid bind:bound bite:bitten bring:brought break:broke
  build:built buy:bought cast:cast catch:caught choose:chose come:came cut:cut deal:dealt
  do:done draw:drawn drive:driven eat:eaten fall:fallen feed:fed feel:felt fight:fought
  find:found fly:flown forget:forgot freeze:frozen get:got give:given go:gone grow:grown
  hang:hung have:had hear:heard hide:hidden hit:hit hold:held keep:kept know:known lay:laid
  lead:led learn:learnt leave:left lend:lent let:let lose:lost make:made mean:meant meet:met
  outgrow:outgrown overwrite:overwritten pay:paid put:put quit:quit read:read rebuild:rebuilt
  reset:reset resend:resent rewrite:rewritten ride:rode ring:rung rise:risen run:run say:said
  see:seen seek:sought sell:sold send:sent set:set shake:shaken show:shown shut:shut sing:sung
  sink:sunk sit:sat sleep:slept speak:spoken spend:spent spin:spun split:split spread:spread
  stand:stood steal:stolen stick:stuck strike:struck swear:sworn take:taken teach:taught
  tell:told think:thought throw:thrown undergo:undergone understand:understood undo:undone
  upset:upset wake:woken wear:worn win:won withdraw:withdrawn write:written
  `
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [base = "", past = ""] = pair.split(":");
      return [base, past] as const;
    }),
);

/** Second pasts, and pasts that no rule makes. */
const morePasts = wordsIn(`
  began begun bore borne broken chosen did drew drove fell flew forgotten froze gave gotten grew
  hid knew learned ran rang rose saw shook spoke stole threw took was were went withdrew woke
  wrote
`);

/** Words that say what is so, not what was done: `session.daily.active`. */
const states: ReadonlySet<string> = wordsIn(`
  absent active alive available dormant down due eligible empty expiring full healthy idle
  inactive invalid late live low missing offline online open overdue pending present ready stale
  unavailable unhealthy up valid visible
`);

/** Base forms that end like a past. */
const notPast: ReadonlySet<string> = wordsIn(`
  bleed breed embed exceed feed heed need proceed seed shed shred speed succeed weed wed bed red
  led med sled
`);

const pasts: ReadonlySet<string> = new Set([...irregular.values(), ...morePasts]);

/** Whether a word is a past: `paid`, `completed`, `run`. */
export function isPast(word: string): boolean {
  return pasts.has(word) || (word.length > 3 && word.endsWith("ed") && !notPast.has(word));
}

/** Whether a word names a state. */
export function isState(word: string): boolean {
  return states.has(word);
}

/** The past of a verb's base form: `pay` → `paid`, `submit` → `submitted`, `try` → `tried`. */
export function pastOf(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return known;
  const base = word.replace(/(?<=[a-z]{3})ing$/, "");
  if (base.endsWith("e")) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  if (/^[^aeiou]*[aeiou][bdgmnprt]$/.test(base) || /(?:mit|fer|cel|trol|pel|gin)$/.test(base))
    return `${base}${base.at(-1)}ed`;
  return `${base}ed`;
}
