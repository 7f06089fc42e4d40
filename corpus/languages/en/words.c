/* The small words of English, with and without their apostrophes, and words written apart or
 * together. */
#include "corpus/languages/en/english.h"

const char *const english_function_words[] = {
    "a",        "an",         "the",       "and",        "or",       "but",       "nor",
    "so",       "yet",        "if",        "then",       "else",     "than",      "that",
    "this",     "these",      "those",     "there",      "here",     "of",        "in",
    "on",       "at",         "by",        "for",        "with",     "from",      "to",
    "into",     "onto",       "upon",      "over",       "under",    "above",     "below",
    "between",  "among",      "through",   "during",     "before",   "after",     "about",
    "against",  "within",     "without",   "toward",     "towards",  "across",    "along",
    "around",   "behind",     "beside",    "besides",    "beyond",   "near",      "off",
    "out",      "up",         "down",      "since",      "until",    "till",      "while",
    "as",       "because",    "although",  "though",     "unless",   "whereas",   "whether",
    "per",      "via",        "i",         "me",         "my",       "myself",    "we",
    "us",       "our",        "ours",      "ourselves",  "you",      "your",      "yours",
    "yourself", "yourselves", "he",        "him",        "his",      "himself",   "she",
    "her",      "hers",       "herself",   "it",         "its",      "itself",    "they",
    "them",     "their",      "theirs",    "themselves", "one",      "oneself",   "am",
    "is",       "are",        "was",       "were",       "be",       "been",      "being",
    "isn't",    "aren't",     "wasn't",    "weren't",    "ain't",    "have",      "has",
    "had",      "having",     "haven't",   "hasn't",     "hadn't",   "do",        "does",
    "did",      "doing",      "done",      "don't",      "doesn't",  "didn't",    "will",
    "would",    "shall",      "should",    "can",        "could",    "may",       "might",
    "must",     "ought",      "won't",     "wouldn't",   "shan't",   "shouldn't", "can't",
    "cannot",   "couldn't",   "mightn't",  "mustn't",    "needn't",  "not",       "no",
    "none",     "neither",    "either",    "both",       "each",     "every",     "all",
    "any",      "some",       "such",      "same",       "other",    "another",   "others",
    "only",     "own",        "just",      "also",       "too",      "very",      "more",
    "most",     "much",       "many",      "few",        "less",     "least",     "again",
    "further",  "once",       "ever",      "never",      "always",   "often",     "still",
    "already",  "even",       "rather",    "quite",      "almost",   "i'm",       "i've",
    "i'd",      "i'll",       "you're",    "you've",     "you'd",    "you'll",    "he's",
    "he'd",     "he'll",      "she's",     "she'd",      "she'll",   "it's",      "it'd",
    "it'll",    "we're",      "we've",     "we'd",       "we'll",    "they're",   "they've",
    "they'd",   "they'll",    "that's",    "there's",    "here's",   "let's",     "who",
    "whom",     "whose",      "who's",     "which",      "what",     "what's",    "when",
    "when's",   "where",      "where's",   "why",        "why's",    "how",       "how's",
    "whoever",  "whatever",   "whichever", "whenever",   "wherever", "however",   "isnt",
    "arent",    "wasnt",      "werent",    "havent",     "hasnt",    "hadnt",     "doesnt",
    "didnt",    "cant",       "wont",      "wouldnt",    "shouldnt", "couldnt",   "whats",
    "whos",     "wheres",     "hows",      "thats",      "theres",   "youre",     "theyre",
    "dont",     NULL,
};

const char *const english_conjunctions[] = {"and", "or", "to", NULL};

const char *const english_negations[] = {"no", "not", "without", "never", NULL};

/* "On" and "in" are prepositions more often: "war on terror" is a war. */
const char *const english_particles[] = {"up", "down", "off", "out", "over", NULL};

const char *const english_abbreviations[] = {
    "mr",    "mrs",   "ms",      "dr",   "prof", "rev",    "hon",   "sr",  "jr",   "st",     "mt",
    "ft",    "gen",   "col",     "lt",   "maj",  "capt",   "cpl",   "sgt", "adm",  "cmdr",   "gov",
    "sen",   "rep",   "pres",    "supt", "insp", "messrs", "mme",   "h.e", "u.s",  "u.k",    "u.n",
    "e.u",   "u.s.a", "u.s.s.r", "d.c",  "ph.d", "m.d",    "b.a",   "m.a", "m.p",  "b.sc",   "m.sc",
    "a.m",   "p.m",   "a.d",     "b.c",  "e.g",  "i.e",    "etc",   "vs",  "viz",  "cf",     "al",
    "ibid",  "nos",   "vol",     "vols", "pp",   "ed",     "eds",   "fig", "figs", "approx", "dept",
    "univ",  "assn",  "bros",    "inc",  "ltd",  "co",     "corp",  "plc", "llc",  "ave",    "blvd",
    "rd",    "jan",   "feb",     "mar",  "apr",  "jun",    "jul",   "aug", "sep",  "sept",   "oct",
    "nov",   "dec",   "tue",     "tues", "thu",  "thur",   "thurs", "fri", "n.y",  "l.a",    "n.j",
    "c.e.o", "amb",   NULL,
};

const char *const english_abbreviations_of_numbers[] = {
    "no",  "p",   "par", "para", "ch",  "chap", "art", "sec", "sect", "eq",
    "ref", "est", "max", "min",  "tel", "c",    "ca",  "ext", "apt",  "rm",
    "bk",  "hwy", "rte", "bldg", "ste", "op",   "ver", "pg",  NULL,
};

const char *const english_clitics[] = {
    "'s", "'", "'d", "'ll", "'re", "'ve", "'m", "n't", NULL,
};

/* Written apart and together. */
const char *const english_compounds[] = {
    "web site",     "data base",    "health care", "foot ball",  "air strike",
    "rail way",     "ground water", "rain fall",   "work force", "law maker",
    "policy maker", "time frame",   "fresh water", NULL,
};

/* Dutch, German, French, Spanish, Italian, Portuguese, Swedish, Norwegian, Uzbek, Turkish, Polish,
 * Czech, Croatian, Tagalog, Swahili, Vietnamese. */
const char *const english_foreign_words[] = {
    "het",     "een",    "niet",        "zijn",    "voor",   "werd",  "wordt",    "ook",
    "naar",    "uit",    "bij",         "heeft",   "hebben", "maar",  "deze",     "dit",
    "aan",     "dat",    "zich",        "ik",      "je",     "wij",   "hij",      "zij",
    "hun",     "haar",   "te",          "nog",     "geen",   "tot",   "waar",     "worden",
    "door",    "eens",   "recht",       "rechten", "das",    "und",   "ist",      "nicht",
    "ein",     "eine",   "einer",       "eines",   "einem",  "einen", "mit",      "von",
    "zu",      "auf",    "für",         "dem",     "sich",   "auch",  "wird",     "bei",
    "oder",    "wie",    "aus",         "nach",    "werden", "zum",   "zur",      "durch",
    "über",    "haben",  "hat",         "sind",    "les",    "et",    "est",      "une",
    "un",      "dans",   "que",         "qui",     "avec",   "par",   "au",       "aux",
    "ce",      "cette",  "il",          "elle",    "nous",   "vous",  "pas",      "sont",
    "sa",      "ses",    "leur",        "droit",   "toute",  "una",   "por",      "para",
    "su",      "lo",     "como",        "más",     "pero",   "sus",   "fue",      "derecho",
    "toda",    "tiene",  "ser",         "es",      "che",    "della", "delle",    "dei",
    "sono",    "gli",    "alla",        "nel",     "anche",  "os",    "dos",      "em",
    "um",      "uma",    "com",         "não",     "mais",   "ao",    "pelo",     "och",
    "att",     "det",    "som",         "på",      "av",     "för",   "är",       "med",
    "inte",    "har",    "ett",         "og",      "er",     "til",   "ikke",     "bilan",
    "uchun",   "bu",     "ham",         "o'z",     "hamda",  "yoki",  "bir",      "ega",
    "emas",    "edi",    "esa",         "lekin",   "boshqa", "kerak", "bo'lgan",  "bo'lib",
    "qilish",  "haqida", "o'zbekiston", "huquqi",  "inson",  "hech",  "huquqiga", "davlat",
    "ve",      "için",   "ile",         "olarak",  "çok",    "daha",  "olan",     "gibi",
    "kadar",   "sonra",  "değil",       "herkes",  "hakkı",  "się",   "nie",      "jest",
    "że",      "od",     "po",          "przez",   "jak",    "oraz",  "ma",       "prawo",
    "lub",     "každý",  "že",          "jako",    "za",     "pro",   "má",       "právo",
    "nebo",    "ili",    "pravo",       "nga",     "në",     "të",    "dhe",      "për",
    "një",     "ako",    "ang",         "mga",     "ng",     "ay",    "hindi",    "kung",
    "kanyang", "bawat",  "isang",       "wa",      "kwa",    "ni",    "katika",   "mtu",
    "kila",    "và",     "của",         "có",      "các",    "được",  "cho",      "trong",
    "một",     "những",  "với",         "là",      "không",  "quyền", "az",       "egy",
    "és",      "hogy",   "nem",         "ja",      "ei",     "että",  "oli",      "twee",
    "jaar",    "vir",    "word",        "en",      "op",     "nu",    "staat",    "gister",
    "sal",     "om",     "wat",         "foi",     "pela",   "ontem", "são",      "hoje",
    NULL,
};
