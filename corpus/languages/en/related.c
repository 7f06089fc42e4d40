/* Words that are about the same thing: a country or continent and its adjective; a verb and the
 * noun of what it does. Stems as english_stem makes them. */
#include "corpus/dictionary/dictionary.h"
#include "corpus/languages/en/english.h"

const struct stem_pair english_related[] = {
    {"russia", "russian"},
    {"ukraine", "ukrainian"},
    {"belarus", "belarusian"},
    {"kazakhstan", "kazakh"},
    {"kazakhstan", "kazakhstani"},
    {"uzbekistan", "uzbek"},
    {"kyrgyzstan", "kyrgyz"},
    {"tajikistan", "tajik"},
    {"turkmenistan", "turkmen"},
    {"azerbaijan", "azerbaijani"},
    {"azerbaijan", "azeri"},
    {"armenia", "armenian"},
    {"georgia", "georgian"},
    {"moldova", "moldovan"},
    {"abkhazia", "abkhaz"},
    {"ossetia", "ossetian"},
    {"chechnya", "chechen"},
    {"crimea", "crimean"},
    {"siberia", "siberian"},
    {"china", "chinese"},
    {"tibet", "tibetan"},
    {"taiwan", "taiwanese"},
    {"japan", "japanese"},
    {"korea", "korean"},
    {"mongolia", "mongolian"},
    {"india", "indian"},
    {"pakistan", "pakistani"},
    {"bangladesh", "bangladeshi"},
    {"nepal", "nepalese"},
    {"bhutan", "bhutanese"},
    {"afghanistan", "afghan"},
    {"iran", "iranian"},
    {"persia", "persian"},
    {"iraq", "iraqi"},
    {"turkey", "turkish"},
    {"syria", "syrian"},
    {"lebanon", "lebanese"},
    {"jordan", "jordanian"},
    {"israel", "israeli"},
    {"palestine", "palestinian"},
    {"arabia", "arabian"},
    {"arabia", "saudi"},
    {"yemen", "yemeni"},
    {"oman", "omani"},
    {"qatar", "qatari"},
    {"kuwait", "kuwaiti"},
    {"bahrain", "bahraini"},
    {"emirate", "emirati"},
    {"indonesia", "indonesian"},
    {"malaysia", "malaysian"},
    {"malaysia", "malay"},
    {"singapore", "singaporean"},
    {"brunei", "bruneian"},
    {"timor", "timorese"},
    {"vietnam", "vietnamese"},
    {"thailand", "thai"},
    {"philippines", "philippine"},
    {"philippines", "filipino"},
    {"myanmar", "burmese"},
    {"burma", "burmese"},
    {"myanmar", "burma"},
    {"laos", "laotian"},
    {"cambodia", "cambodian"},
    {"papua", "papuan"},
    {"java", "javanese"},
    {"bali", "balinese"},
    {"sumatra", "sumatran"},
    {"madura", "madurese"},
    {"aceh", "acehnese"},
    {"australia", "australian"},
    {"america", "american"},
    {"canada", "canadian"},
    {"quebec", "quebecois"},
    {"mexico", "mexican"},
    {"guatemala", "guatemalan"},
    {"honduras", "honduran"},
    {"nicaragua", "nicaraguan"},
    {"panama", "panamanian"},
    {"haiti", "haitian"},
    {"jamaica", "jamaican"},
    {"cuba", "cuban"},
    {"brazil", "brazilian"},
    {"argentina", "argentine"},
    {"argentina", "argentinian"},
    {"chile", "chilean"},
    {"peru", "peruvian"},
    {"bolivia", "bolivian"},
    {"colombia", "colombian"},
    {"venezuela", "venezuelan"},
    {"ecuador", "ecuadorian"},
    {"paraguay", "paraguayan"},
    {"uruguay", "uruguayan"},
    {"england", "english"},
    {"britain", "british"},
    {"scotland", "scottish"},
    {"wales", "welsh"},
    {"ireland", "irish"},
    {"iceland", "icelandic"},
    {"france", "french"},
    {"germany", "german"},
    {"bavaria", "bavarian"},
    {"prussia", "prussian"},
    {"italy", "italian"},
    {"sicily", "sicilian"},
    {"spain", "spanish"},
    {"catalonia", "catalan"},
    {"portugal", "portuguese"},
    {"netherlands", "dutch"},
    {"holland", "dutch"},
    {"netherlands", "holland"},
    {"belgium", "belgian"},
    {"luxembourg", "luxembourgish"},
    {"switzerland", "swiss"},
    {"austria", "austrian"},
    {"poland", "polish"},
    {"czechia", "czech"},
    {"czechoslovakia", "czechoslovak"},
    {"slovakia", "slovak"},
    {"slovenia", "slovenian"},
    {"hungary", "hungarian"},
    {"romania", "romanian"},
    {"bulgaria", "bulgarian"},
    {"serbia", "serbian"},
    {"montenegro", "montenegrin"},
    {"bosnia", "bosnian"},
    {"macedonia", "macedonian"},
    {"albania", "albanian"},
    {"kosovo", "kosovar"},
    {"yugoslavia", "yugoslav"},
    {"croatia", "croatian"},
    {"greece", "greek"},
    {"cyprus", "cypriot"},
    {"malta", "maltese"},
    {"sweden", "swedish"},
    {"norway", "norwegian"},
    {"finland", "finnish"},
    {"denmark", "danish"},
    {"greenland", "greenlandic"},
    {"estonia", "estonian"},
    {"latvia", "latvian"},
    {"lithuania", "lithuanian"},
    {"scandinavia", "scandinavian"},
    {"egypt", "egyptian"},
    {"libya", "libyan"},
    {"tunisia", "tunisian"},
    {"algeria", "algerian"},
    {"morocco", "moroccan"},
    {"sudan", "sudanese"},
    {"ethiopia", "ethiopian"},
    {"eritrea", "eritrean"},
    {"somalia", "somali"},
    {"kenya", "kenyan"},
    {"uganda", "ugandan"},
    {"tanzania", "tanzanian"},
    {"rwanda", "rwandan"},
    {"congo", "congolese"},
    {"nigeria", "nigerian"},
    {"ghana", "ghanaian"},
    {"mali", "malian"},
    {"senegal", "senegalese"},
    {"cameroon", "cameroonian"},
    {"angola", "angolan"},
    {"zambia", "zambian"},
    {"zimbabwe", "zimbabwean"},
    {"mozambique", "mozambican"},
    {"namibia", "namibian"},
    {"botswana", "botswanan"},
    {"madagascar", "malagasy"},
    {"europe", "european"},
    {"asia", "asian"},
    {"eurasia", "eurasian"},
    {"africa", "african"},
    {"antarctica", "antarctic"},
    {"paris", "parisian"},
    {"rome", "roman"},
    {"venice", "venetian"},
    {"vienna", "viennese"},
    {"california", "californian"},
    {"texas", "texan"},
    {"hawaii", "hawaiian"},
    {"alaska", "alaskan"},
    {"byzantium", "byzantine"},
    {"trafficking", "trafficker"}, /* no forms of "traffic", of which the dictionary makes them */
    {NULL, NULL},
};

/* What the end of a word and that of a word made of it are, and the flags by which the dictionary
 * says that it is made so ("create" has N, "state" has not: its "station" is none of it). */
static const struct {
    struct slice base, derived;
    const char *flags; /* one letter each; empty: it has none for that */
} derivations[] = {
    {SLICE(""), SLICE("ion"), "V"},   {SLICE("e"), SLICE("ion"), "NX"},
    {SLICE(""), SLICE("ment"), "L"},  {SLICE(""), SLICE("ation"), ""},
    {SLICE("e"), SLICE("ation"), ""}, {SLICE(""), SLICE("ance"), ""},
    {SLICE("e"), SLICE("ance"), ""},  {SLICE("ant"), SLICE("ance"), ""},
    {SLICE(""), SLICE("ence"), ""},   {SLICE("ent"), SLICE("ence"), ""},
    {SLICE(""), SLICE("al"), ""},     {SLICE("e"), SLICE("al"), ""},
    {SLICE("y"), SLICE("ical"), ""},
};

enum { SHORTEST_ROOT = 3 };

/* Words that only look as if one were made of the other. */
static const struct stem_pair not_derived[] = {
    {"admire", "admiral"},    {"anime", "animal"},
    {"apart", "apartment"},   {"bale", "balance"},
    {"ban", "banal"},         {"bane", "banal"},
    {"bore", "boreal"},       {"cab", "cabal"},
    {"can", "canal"},         {"cane", "canal"},
    {"carp", "carpal"},       {"case", "casement"},
    {"com", "comment"},       {"cone", "conation"},
    {"core", "coral"},        {"creme", "cremation"},
    {"cure", "curation"},     {"don", "donation"},
    {"done", "donation"},     {"enter", "enteral"},
    {"fat", "fatal"},         {"fell", "fellation"},
    {"fig", "figment"},       {"fin", "final"},
    {"fin", "finance"},       {"fine", "final"},
    {"fine", "finance"},      {"form", "formal"},
    {"gar", "garment"},       {"import", "importance"},
    {"inter", "interment"},   {"intern", "internal"},
    {"jack", "jackal"},       {"leg", "legal"},
    {"line", "lineal"},       {"liter", "literal"},
    {"marsh", "marshal"},     {"met", "metal"},
    {"mete", "metal"},        {"mine", "minion"},
    {"miner", "mineral"},     {"minim", "minimal"},
    {"miss", "missal"},       {"miss", "mission"},
    {"more", "moral"},        {"nut", "nutation"},
    {"off", "offal"},         {"pen", "penal"},
    {"pen", "penance"},       {"perch", "perchance"},
    {"pet", "petal"},         {"pig", "pigment"},
    {"pine", "pineal"},       {"place", "placation"},
    {"port", "portal"},       {"pot", "potation"},
    {"probe", "probation"},   {"rate", "ration"},
    {"rive", "rival"},        {"salt", "saltation"},
    {"sand", "sandal"},       {"sever", "several"},
    {"severe", "several"},    {"severe", "severance"},
    {"shoe", "shoal"},        {"sign", "signal"},
    {"specie", "special"},    {"spire", "spiral"},
    {"spit", "spital"},       {"state", "statement"},
    {"temper", "temperance"}, {"tote", "total"},
    {"vest", "vestal"},       {"vest", "vestment"},
    {"viol", "violence"},     {NULL, NULL},
};

static bool is_not_derived(struct slice base, struct slice derived) {
    for (const struct stem_pair *pair = not_derived; pair->first; pair++) {
        if (slice_equal(base, slice_of_string(pair->first)) &&
            slice_equal(derived, slice_of_string(pair->second))) {
            return true;
        }
    }
    return false;
}

static bool has_flag(const struct dictionary_word *word, const char *flags) {
    for (const char *flag = flags; *flag; flag++) {
        if (dictionary_word_has(word, (char[]){*flag, 0})) {
            return true;
        }
    }
    return !*flags;
}

/* The word that `own`, one of the dictionary, becomes when its end `from` is replaced by `to`,
 * where that is one as well; its length, or 0. */
static size_t derive(const struct dictionary_word *own, struct slice from, struct slice to,
                     const char *flags, bool own_is_base, char *related) {
    struct dictionary_word other;
    struct slice stem = own->word;
    size_t root = stem.length - from.length;
    if (!form_ends_with(stem, from) || root < SHORTEST_ROOT ||
        root + to.length > LANGUAGE_STEM_BYTES) {
        return 0;
    }
    memcpy(related, stem.data, root);
    memcpy(related + root, to.data, to.length);
    struct slice made = slice_of(related, root + to.length);
    return dictionary_find(&dictionary_en, made, &other) && !other.name &&
                   has_flag(own_is_base ? own : &other, flags) &&
                   !is_not_derived(own_is_base ? stem : made, own_is_base ? made : stem)
               ? made.length
               : 0;
}

size_t english_find_related(struct stemmer *stemmer, struct slice stem, size_t number,
                            char *related) {
    struct dictionary_word own;
    size_t length, found = 0;
    while ((length = stemmer_pair(stemmer, stem, found, related)) > 0) {
        if (found++ == number) {
            return length;
        }
    }
    if (!dictionary_find(&dictionary_en, stem, &own) || own.name) {
        return 0;
    }
    for (size_t i = 0; i < 2 * sizeof derivations / sizeof *derivations; i++) {
        bool is_base = i % 2 == 0;
        struct slice base = derivations[i / 2].base, derived = derivations[i / 2].derived;
        length = derive(&own, is_base ? base : derived, is_base ? derived : base,
                        derivations[i / 2].flags, is_base, related);
        if (length > 0 && found++ == number) {
            return length;
        }
    }
    return 0;
}
