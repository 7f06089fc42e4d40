/* The affixes of Indonesian, in pairs of what stands before and behind a root.
 *
 * The dictionary marks each root with the pairs it takes; `flags` are its marks. Where it has no
 * mark, the pairs that are alive in the language are believed of any root (`productive`). A capital
 * N is the nasal that takes the shape of the root's first sound (meN- + tulis: menulis). A root of
 * one syllable that takes menge- ("MG", "Mh": mengerem) takes di- and pe-an too (direm,
 * pengereman). See Sneddon, Indonesian Reference Grammar, chapter 1, for their meanings. */
#include "corpus/languages/id/indonesian.h"

const struct confix indonesian_confixes[] = {
    {SLICE("di"), SLICE(""), "D0 M0 MG MM MS", true},
    {SLICE("di"), SLICE("kan"), "Dk Mk Mh Mo Mx", true},
    {SLICE("di"), SLICE("i"), "Di Mi Mg Mm Mw", true},
    {SLICE("meN"), SLICE(""), "M0 MG MM MS", true},
    {SLICE("meN"), SLICE("kan"), "Mk Mh Mo Mx", true},
    {SLICE("meN"), SLICE("i"), "Mi Mg Mm Mw", true},
    {SLICE("ber"), SLICE(""), "B0 BE", true},
    {SLICE("ber"), SLICE("an"), "Ba Bf", true},
    {SLICE("ber"), SLICE("kan"), "Bk Bg", true},
    {SLICE("ter"), SLICE(""), "T0 TE", true},
    {SLICE("ter"), SLICE("kan"), "Tk Tn Th", true},
    {SLICE("ter"), SLICE("i"), "Ti Tg", true},
    {SLICE("ter"), SLICE("an"), "Ta Tf", false},
    {SLICE("peN"), SLICE(""), "P0 PE PG PK PN PS", true},
    {SLICE("peN"), SLICE("an"), "Pa Pf Pg Pl Po Pv MG", true},
    {SLICE("pe"), SLICE(""), "PE", false},
    {SLICE("pe"), SLICE("an"), "Pf", false},
    {SLICE("per"), SLICE(""), "R0", true},
    {SLICE("per"), SLICE("an"), "Ra", true},
    {SLICE("per"), SLICE("kan"), "Rk", true},
    {SLICE("per"), SLICE("i"), "Ri", false},
    {SLICE("ke"), SLICE("an"), "Ka", true},
    {SLICE("ke"), SLICE(""), "K0", false},
    {SLICE("ke"), SLICE("i"), "Ki", false},
    {SLICE("se"), SLICE(""), "S0", true},
    {SLICE("se"), SLICE("an"), "Sa", false},
    {SLICE("se"), SLICE("nya"), "Sn", true},
    {SLICE("ku"), SLICE(""), "O0 M0", false},
    {SLICE("ku"), SLICE("kan"), "Ok Mk", false},
    {SLICE("ku"), SLICE("i"), "Oi Mi", false},
    {SLICE("kau"), SLICE(""), "O0 M0", false},
    {SLICE("kau"), SLICE("kan"), "Ok Mk", false},
    {SLICE(""), SLICE("kan"), "k0", true}, /* samakan: sama, not samak */
    {SLICE(""), SLICE("an"), "a0", true},
    {SLICE(""), SLICE("i"), "i0 Di Mi", false}, /* ungguli, in headlines: mengungguli */
    {SLICE("memper"), SLICE(""), "MR MP", true},
    {SLICE("memper"), SLICE("kan"), "Mu Mq", true},
    {SLICE("memper"), SLICE("i"), "Mt Mp", true},
    {SLICE("diper"), SLICE(""), "DR MR", true},
    {SLICE("diper"), SLICE("kan"), "Du Mu", true},
    {SLICE("diper"), SLICE("i"), "Dt Mt", true},
    {SLICE("keber"), SLICE("an"), "Kc", true},
    {SLICE("keter"), SLICE("an"), "Ku", true},
    {SLICE("kese"), SLICE("an"), "Kt", true},
    {SLICE("kepeN"), SLICE("an"), "Kq", true},
    {SLICE("kemeN"), SLICE("an"), "Ko", false},
    {SLICE("pember"), SLICE("an"), "Pc", true},
    {SLICE("pemer"), SLICE("an"), "Ps", true},
    {SLICE("pemer"), SLICE(""), "PR", false},
    {SLICE("pemeN"), SLICE("an"), "Pn", false},
    {SLICE("member"), SLICE("kan"), "Me", true},
    {SLICE("member"), SLICE(""), "MB", false},
    {SLICE("diber"), SLICE("kan"), "", true},
    {SLICE("berke"), SLICE(""), "BK", true},
    {SLICE("berke"), SLICE("an"), "Bl", true},
    {SLICE("berpeN"), SLICE(""), "BP", true},
    {SLICE("berpeN"), SLICE("an"), "Bq", true},
    {SLICE("berse"), SLICE(""), "BS", false},
    {SLICE("berse"), SLICE("an"), "Bt", false},
    {SLICE("bersi"), SLICE(""), "BI", false},
    {SLICE("terke"), SLICE(""), "TK", false},
    {SLICE("teper"), SLICE(""), "TR", false},
    {SLICE("perse"), SLICE("an"), "Rt", false},
    {SLICE("perpeN"), SLICE("an"), "Rq", false},
    {SLICE("dike"), SLICE("i"), "Dm", false},
    {SLICE("dike"), SLICE("kan"), "Dn", false},
    {SLICE("menge"), SLICE("kan"), "Mh", false},
    {SLICE("menge"), SLICE("i"), "Mg", false},
    {SLICE("dise"), SLICE("kan"), "Dv", false},
    {SLICE("menye"), SLICE("kan"), "Mx", false},
    {SLICE("penye"), SLICE("an"), "Pv", false},
    {SLICE("penge"), SLICE("an"), "Po", false},
    {SLICE("seke"), SLICE("an"), "Sl", false},
    {SLICE("seper"), SLICE("an"), "Ss", false},
    {SLICE("sepeN"), SLICE("an"), "Sq", false},
    {{NULL, 0}, {NULL, 0}, NULL, false},
};

const struct slice indonesian_particles[] = {
    SLICE(""), SLICE("lah"), SLICE("kah"), SLICE("pun"), {NULL, 0}};
const struct slice indonesian_possessives[] = {
    SLICE(""), SLICE("nya"), SLICE("ku"), SLICE("mu"), {NULL, 0}};

const char *const indonesian_hyphenated_ends[] = {"nya", "ku", "mu",  "lah", "kah",
                                                  "pun", "an", "kan", NULL};
const char *const indonesian_hyphenated_starts[] = {
    "se",  "ke",   "di",  "ber", "ter", "me",    "mem", "men", "meng", "pe",
    "per", "peng", "pem", "pen", "nge", "menge", "ku",  "kau", NULL};
const struct slice indonesian_doubled_suffixes[] = {SLICE(""),      SLICE("kan"), SLICE("an"),
                                                    SLICE("i"),     SLICE("nya"), SLICE("kannya"),
                                                    SLICE("annya"), {NULL, 0}};
