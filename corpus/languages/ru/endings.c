/* Endings of Russian whose words the dictionary is asked for: what its own rules do not undo. */
#include "corpus/languages/ru/russian.h"

const struct ending russian_participles[] = {
    {SLICE("ующий"), "овать евать уть"},
    {SLICE("дающий"), "давать"},
    {SLICE("стающий"), "ставать"},
    {SLICE("юющий"), "евать ювать"},
    {SLICE("знающий"), "знавать"}, /* признающий */
    {SLICE("ающий"), "ать аять"},
    {SLICE("яющий"), "ять"},
    {SLICE("еющий"), "еять еть"},
    {SLICE("ящий"), "ить еть ять"},
    {SLICE("ащий"), "ать ить"},
    {SLICE("дущий"), "сти йти хать дать"},
    {SLICE("нущийся"), "нуться"},
    {SLICE("сущий"), "сти"},
    {SLICE("гущий"), "чь"},
    {SLICE("кущий"), "чь"},
    {SLICE("чущий"), "тать кать"},
    {SLICE("шущий"), "сать хать"},
    {SLICE("жущий"), "зать"},
    {SLICE("щущий"), "скать"},
    {SLICE("вущий"), "ть"},
    {SLICE("ующийся"), "оваться еваться"},
    {SLICE("дающийся"), "даваться"},
    {SLICE("стающийся"), "ставаться"},
    {SLICE("знающийся"), "знаваться"},
    {SLICE("ающийся"), "аться аяться"},
    {SLICE("яющийся"), "яться"},
    {SLICE("еющийся"), "еяться еться"},
    {SLICE("ящийся"), "иться еться яться"},
    {SLICE("ащийся"), "аться иться"},
    {SLICE("шедший"), "йти"},
    {SLICE("павший"), "пасть"},
    {SLICE("севший"), "сесть"},
    {SLICE("авший"), "ать асть"}, /* укравший */
    {SLICE("евший"), "еть есть"}, /* съевший */
    {SLICE("вший"), "ть"},
    {SLICE("павшийся"), "пасться"},
    {SLICE("явшийся"), "яться ясться"}, /* поклявшийся */
    {SLICE("евшийся"), "еться есться"},
    {SLICE("вшийся"), "ться"},
    {SLICE("дший"), "сти сть"},
    {SLICE("тший"), "сти"},
    {SLICE("росший"), "расти"},
    {SLICE("сший"), "сти снуть"},
    {SLICE("зший"), "зти зть знуть"},
    {SLICE("гший"), "чь гнуть"},
    {SLICE("кший"), "чь кнуть"},
    {SLICE("хший"), "хнуть"},
    {SLICE("бший"), "бнуть сти бить"},
    {SLICE("пший"), "пнуть"},
    {SLICE("ерший"), "ереть"},
    {SLICE("шедшийся"), "йтись"},
    {SLICE("дшийся"), "стись сться"},
    {SLICE("росшийся"), "растись"},
    {SLICE("сшийся"), "стись снуться"},
    {SLICE("зшийся"), "зтись знуться"},
    {SLICE("гшийся"), "чься гнуться"},
    {SLICE("кшийся"), "чься кнуться"},
    {SLICE("хшийся"), "хнуться"},
    {SLICE("бшийся"), "биться стись"},
    {SLICE("пшийся"), "пнуться"},
    {SLICE("ершийся"), "ереться"},
    {SLICE("анный"), "ать"},
    {SLICE("янный"), "ять"},
    {SLICE("вленный"), "вить"},
    {SLICE("бленный"), "бить"},
    {SLICE("пленный"), "пить"},
    {SLICE("мленный"), "мить"},
    {SLICE("йденный"), "йти"},
    {SLICE("денный"), "сти деть сть"},
    {SLICE("зенный"), "зти"},
    {SLICE("тенный"), "сти теть"},
    {SLICE("сенный"), "сти"},
    {SLICE("чтенный"), "честь"}, /* учтенный */
    {SLICE("щенный"), "стить тить щить щать"},
    {SLICE("жденный"), "дить"},
    {SLICE("ожженный"), "жечь"},
    {SLICE("жженный"), "жечь"},
    {SLICE("женный"), "зить дить деть жить жать чь"},
    {SLICE("шенный"), "сить шить"},
    {SLICE("ченный"), "чить тить чь"},
    {SLICE("енный"), "ить еть"},
    {SLICE("ертый"), "ереть"},
    {SLICE("тый"), "ть"},
    {SLICE("аемый"), "ать"},
    {SLICE("яемый"), "ять"},
    {SLICE("уемый"), "овать евать"},
    {SLICE("имый"), "ить еть"},
    {{NULL, 0}, NULL},
};

/* Comparison and instrumentals that it lists beside their word: "крупнейший", "теплее",
 * "продажей". */
const struct ending russian_listed_forms[] = {
    {SLICE("жайший"), "гий"},     {SLICE("чайший"), "кий"},  {SLICE("шайший"), "хий"},
    {SLICE("ейший"), "ый ий ой"}, {SLICE("ее"), "ый ий ой"}, {SLICE("жей"), "жа"},
    {SLICE("цей"), "ца"},         {SLICE("чей"), "ча"},      {SLICE("шей"), "ша"},
    {SLICE("щей"), "ща"},         {{NULL, 0}, NULL},
};

/* Verbs whose present stem is not the infinitive's; behind it stands one of
 * russian_personal_endings, or the ending of an active participle. */
const struct ending russian_present_stems[] = {
    {SLICE("у"), "овать евать"},      /* организует */
    {SLICE("ним"), "нять"},           /* снимет */
    {SLICE("прим"), "принять"},       /* предпримет */
    {SLICE("йм"), "нять"},            /* займет */
    {SLICE("йд"), "йти"},             /* найдет */
    {SLICE("ид"), "ийти йти"},        /* придет */
    {SLICE("ед"), "ехать ести есть"}, /* приедет, ведет */
    {SLICE("ад"), "асть"},            /* упадет */
    {SLICE("яд"), "есть ясть"},       /* сядет */
    {SLICE("бер"), "брать"},
    {SLICE("дбер"), "добрать"},
    {SLICE("збер"), "зобрать"},
    {SLICE("тбер"), "тобрать"},
    {SLICE("дер"), "драть"},
    {SLICE("здер"), "зодрать"},
    {SLICE("зов"), "звать"},
    {SLICE("тзов"), "тозвать"},
    {SLICE("стан"), "стать"},
    {SLICE("жив"), "жить"},
    {SLICE("плыв"), "плыть"},
    {SLICE("ожм"), "жать"}, /* сожмет */
    {SLICE("жм"), "жать"},
    {SLICE("обь"), "бить"}, /* разобьет */
    {SLICE("овь"), "вить"},
    {SLICE("оль"), "лить"},
    {SLICE("ь"), "ить"},   /* пьет */
    {SLICE("ет"), "ести"}, /* плетет */
    {SLICE("ст"), "сти"},  /* растет */
    {SLICE("ес"), "ести"}, /* несет */
    {SLICE("ез"), "езти"}, /* везет */
    {SLICE("ж"), "чь зать дать"},
    {SLICE("г"), "чь"},
    {SLICE("ч"), "чь тать кать"},
    {SLICE("к"), "чь"},
    {SLICE("шл"), "слать"}, /* вышлет */
    {SLICE("ш"), "сать хать"},
    {SLICE("щ"), "скать стать стеть"},
    {SLICE("отр"), "тереть"}, /* сотрет */
    {SLICE("ожж"), "жечь"},   /* сожжет */
    {SLICE("ожг"), "жечь"},
    {SLICE("жж"), "жечь"}, /* зажжет */
    {SLICE("жг"), "жечь"},
    {SLICE("опр"), "переть"}, /* отопрет */
    {SLICE("р"), "ереть"},    /* умрет */
    {SLICE("н"), "нуть"},
    {SLICE("н"), "нать"},       /* стонет */
    {SLICE("чн"), "чать"},      /* начнет */
    {SLICE("бл"), "бать"},      /* колеблет */
    {SLICE("мл"), "мать меть"}, /* дремлет, шумлю */
    {SLICE("хоч"), "хотеть"},
    {SLICE("лж"), "лгать"},
    {SLICE("да"), "давать"}, /* передается */
    {SLICE("ста"), "ставать"},
    {SLICE("а"), "ать авать"},
    {SLICE("я"), "ять"},
    {SLICE("е"), "еть"},
    {SLICE("шиб"), "шибить"}, /* ошибется */
    {SLICE("рв"), "рвать"},   /* вырвет */
    {SLICE("лг"), "лгать"},   /* солгут */
    {SLICE("рев"), "реветь"},
    {SLICE("ыз"), "ызть"},    /* загрызет */
    {SLICE("лз"), "лзти"},    /* сползет */
    {SLICE("яс"), "ясти"},    /* потрясет */
    {SLICE("ошь"), "шить"},   /* сошьет */
    {SLICE("ор"), "ороть"},   /* борется */
    {SLICE("ол"), "олоть"},   /* колет */
    {SLICE("пещ"), "петать"}, /* трепещет */
    {SLICE("вещ"), "ветать"}, /* клевещет */
    {SLICE("по"), "петь"},    /* запоет */
    {SLICE("о"), "ыть"},      /* откроет */
    {{NULL, 0}, NULL},
};

const struct slice russian_personal_endings[] = {SLICE("у"),  SLICE("ю"),  SLICE("ешь"),
                                                 SLICE("ет"), SLICE("ем"), SLICE("ете"),
                                                 SLICE("ут"), SLICE("ют"), {NULL, 0}};

/* Past forms and adverbial participles of verbs whose infinitive has another stem. */
const struct ending russian_past[] = {
    {SLICE("шел"), "йти"},      {SLICE("шла"), "йти"},     {SLICE("шло"), "йти"},
    {SLICE("шли"), "йти"},      {SLICE("йдя"), "йти"},     {SLICE("идя"), "ийти"},
    {SLICE("ела"), "ести"},     {SLICE("ело"), "ести"},    {SLICE("ели"), "ести"},
    {SLICE("ел"), "ести"},      {SLICE("ес"), "ести"},     {SLICE("есла"), "ести"},
    {SLICE("если"), "ести"},    {SLICE("еся"), "ести"},    {SLICE("едя"), "ести"},
    {SLICE("ез"), "езти"},      {SLICE("езла"), "езти"},   {SLICE("езли"), "езти"},
    {SLICE("ал"), "асть"},      {SLICE("ала"), "асть"},    {SLICE("али"), "асть"},
    {SLICE("г"), "чь"},         {SLICE("гла"), "чь"},      {SLICE("гло"), "чь"},
    {SLICE("гли"), "чь"},       {SLICE("к"), "чь"},        {SLICE("кла"), "чь"},
    {SLICE("кло"), "чь"},       {SLICE("кли"), "чь"},      {SLICE("ер"), "ереть"},
    {SLICE("ерла"), "ереть"},   {SLICE("ерло"), "ереть"},  {SLICE("ерли"), "ереть"},
    {SLICE("рос"), "расти"},    {SLICE("росла"), "расти"}, {SLICE("росли"), "расти"},
    {SLICE("росло"), "расти"},  {SLICE("чу"), "тить"},     {SLICE("щу"), "стить"},
    {SLICE("жу"), "дить зить"}, {SLICE("шу"), "сить"},     {SLICE("йден"), "йти"},
    {SLICE("в"), "ть"},         {SLICE("вши"), "ть"},      {SLICE("шедши"), "йти"},
    {SLICE("дши"), "сти"},      {SLICE("сши"), "сти"},     {SLICE("зши"), "зти"},
    {SLICE("гши"), "чь"},       {SLICE("кши"), "чь"},      {SLICE("ерши"), "ереть"},
    {{NULL, 0}, NULL},
};

/* Present forms and adverbial participles that it lists without their verb. */
const struct ending russian_listed_verb_forms[] = {
    {SLICE("ит"), "еть ать"},
    {SLICE("ят"), "еть ять"},
    {SLICE("я"), "еть ить ять"},
    {SLICE("жа"), "жать"},
    {SLICE("ча"), "чать тать кать"},
    {SLICE("ша"), "шать"},
    {SLICE("ща"), "щать тать скать"},
    {SLICE("еря"), "рать"},
    {SLICE("езя"), "езти"},
    {SLICE("етя"), "ести"},
    {SLICE("щу"), "тить"},
    {{NULL, 0}, NULL},
};

/* Past forms of he that the dictionary lists with their feminine and plural as words of their own.
 */
const struct ending russian_past_words[] = {
    {SLICE("рос"), "расти"},         {SLICE("г"), "чь гнуть"},
    {SLICE("к"), "чь кнуть"},        {SLICE("х"), "хнуть"},
    {SLICE("б"), "бнуть сти бить"},  {SLICE("п"), "пнуть"},
    {SLICE("с"), "сти снуть"},       {SLICE("з"), "зти зть знуть"},
    {SLICE("ер"), "ереть"},          {SLICE("росся"), "растись"},
    {SLICE("гся"), "чься гнуться"},  {SLICE("кся"), "чься кнуться"},
    {SLICE("хся"), "хнуться"},       {SLICE("бся"), "биться стись"},
    {SLICE("пся"), "пнуться"},       {SLICE("сся"), "стись снуться"},
    {SLICE("зся"), "знуться зтись"}, {SLICE("ерся"), "ереться"},
    {SLICE("шелся"), "йтись"},       {SLICE("шлась"), "йтись"},
    {SLICE("ожгла"), "жечь"},        {SLICE("ожглась"), "жечься"},
    {SLICE("жгла"), "жечь"},         {SLICE("жглась"), "жечься"},
    {SLICE("лкла"), "лочь"},         {SLICE("лклась"), "лочься"},
    {SLICE("ебла"), "ести"},         {SLICE("еслась"), "естись"},
    {SLICE("езлась"), "езтись"},     {SLICE("еглась"), "ечься"},
    {SLICE("чла"), "честь"},         {SLICE("члась"), "честься"},
    {SLICE("елся"), "естись"},       {{NULL, 0}, NULL},
};

/* Imperatives, which it lists likewise. */
const struct ending russian_imperatives[] = {
    {SLICE("ери"), "рать"},    {SLICE("ажи"), "азать"},        {SLICE("яжи"), "язать"},
    {SLICE("ежь"), "езать"},   {SLICE("ажь"), "азать"},        {SLICE("иши"), "исать"},
    {SLICE("еши"), "есать"},   {SLICE("яши"), "ясать"},        {SLICE("ижи"), "изать"},
    {SLICE("ищи"), "искать"},  {SLICE("ыщи"), "ыскать"},       {SLICE("ачи"), "акать"},
    {SLICE("пчи"), "птать"},   {SLICE("очи"), "отать"},        {SLICE("лещи"), "лестать"},
    {SLICE("еки"), "ечь"},     {SLICE("олки"), "олочь"},       {SLICE("еги"), "ечь ежать"},
    {SLICE("иги"), "ичь"},     {SLICE("ожги"), "жечь"},        {SLICE("жги"), "жечь"},
    {SLICE("оги"), "очь"},     {SLICE("еди"), "ести"},         {SLICE("яди"), "ясть"},
    {SLICE("ади"), "асть"},    {SLICE("ези"), "езти"},         {SLICE("ызи"), "ызть"},
    {SLICE("еси"), "ести"},    {SLICE("аси"), "асти"},         {SLICE("еби"), "ести"},
    {SLICE("иди"), "ийти"},    {SLICE("йди"), "йти"},          {SLICE("йми"), "нять"},
    {SLICE("ними"), "нять"},   {SLICE("омни"), "омнить мять"}, {SLICE("ими"), "инять"},
    {SLICE("ожми"), "жать"},   {SLICE("жми"), "жать"},         {SLICE("чни"), "чать"},
    {SLICE("живи"), "жить"},   {SLICE("плыви"), "плыть"},      {SLICE("ови"), "вать"},
    {SLICE("ви"), "вать"},     {SLICE("ань"), "ать"},          {SLICE("ень"), "еть"},
    {SLICE("удь"), "ыть"},     {SLICE("ынь"), "ыть ынуть"},    {SLICE("нь"), "нуть"},
    {SLICE("ыпь"), "ыпать"},   {SLICE("ядь"), "есть"},         {SLICE("езь"), "езть"},
    {SLICE("обей"), "бить"},   {SLICE("олей"), "лить"},        {SLICE("ей"), "ить"},
    {SLICE("уй"), "уть"},      {SLICE("ой"), "еть ыть"},       {SLICE("ошли"), "слать"},
    {SLICE("шли"), "слать"},   {SLICE("отри"), "тереть"},      {SLICE("три"), "тереть"},
    {SLICE("опри"), "переть"}, {SLICE("ри"), "ереть"},         {SLICE("они"), "нать"},
    {SLICE("паши"), "пахать"}, {SLICE("и"), "ать ить еть"},    {SLICE("ь"), "ить"},
    {{NULL, 0}, NULL},
};

/* Plurals that it lists without their singular, since е is ё in them: "ведра". */
const struct ending russian_plurals[] = {
    {SLICE("а"), "о"},
    {SLICE("ы"), "а"},
    {{NULL, 0}, NULL},
};

/* Genitive plurals that it lists likewise and without forms: "колес". */
const struct ending russian_genitives[] = {
    {SLICE(""), "о а ы"},
    {{NULL, 0}, NULL},
};

/* Short forms of adjectives that it lists likewise: "хороша". */
const struct ending russian_short_forms[] = {
    {SLICE("а"), "ый ий ой"}, {SLICE("ы"), "ый ой"},    {SLICE("и"), "ий ой"},
    {SLICE("енен"), "енний"}, {SLICE("он"), "ный ной"}, {SLICE("оин"), "ойный"},
    {SLICE("ер"), "рый"},     {{NULL, 0}, NULL},
};

/* Nouns with a vowel in the genitive plural or in -ец, and behind ж, ц, ч, ш, щ; short adjectives;
 * adverbs. */
const struct ending russian_forms[] = {
    {SLICE("ень"), "ня"},      {SLICE("онь"), "ня"},       {SLICE("еб"), "ьба"},
    {SLICE("ег"), "ьга"},      {SLICE("ь"), "я"},          {SLICE("он"), "но на"},
    {SLICE("ен"), "но на ня"}, {SLICE("ем"), "ьмо ьма"},   {SLICE("ер"), "ро ра"},
    {SLICE("ель"), "ля ло"},   {SLICE("ел"), "ло ла"},     {SLICE("ец"), "цо ьцо це"},
    {SLICE("ек"), "ка ко"},    {SLICE("льцем"), "лец"},    {SLICE("льцев"), "лец"},
    {SLICE("цем"), "ец ц це"}, {SLICE("цев"), "ец ц"},     {SLICE("цом"), "ец"},
    {SLICE("цов"), "ец"},      {SLICE("чек"), "чка чко"},  {SLICE("шек"), "шка шко"},
    {SLICE("жек"), "жка жко"}, {SLICE("ен"), "ный енный"}, {SLICE("ок"), "кий"},
    {SLICE("ек"), "кий"},      {SLICE("о"), "ый ий ой"},   {SLICE("ее"), "ый ий ой"},
    {SLICE("и"), "ий ь"},      {SLICE("ов"), " о"},        {SLICE("ов"), "ы и"},
    {SLICE("ьев"), "ье ья"},   {SLICE(""), "ый ий ой"},    {SLICE("ом"), " о"},
    {SLICE("ем"), " е й ь"},   {SLICE("ев"), " й"},        {SLICE("ей"), " ь"},
    {SLICE("жей"), "жа"},      {SLICE("чей"), "ча"},       {SLICE("шей"), "ша"},
    {SLICE("щей"), "ща"},      {SLICE("цей"), "ца"},       {SLICE("жой"), "жа"},
    {SLICE("чой"), "ча"},      {SLICE("шой"), "ша"},       {SLICE("щой"), "ща"},
    {SLICE("че"), "кий"},      {SLICE("же"), "дкий гий"},  {SLICE("цой"), "ца"},
    {SLICE("ем"), "емый"},     {SLICE("ема"), "емый"},     {SLICE("емы"), "емый"},
    {SLICE("има"), "имый"},    {SLICE("имы"), "имый"},     {SLICE("ец"), "ца ьце"},
    {{NULL, 0}, NULL},
};

/* Plurals of nouns that it has in the singular or in the nominative alone: "экономик", "доспехов".
 * Shorter words, and those in -ин, are rather names. */
const struct ending russian_missing_plurals[] = {
    {SLICE("ий"), "ие ия ье"}, {SLICE("иям"), "ие ия"},   {SLICE("иями"), "ие ия"},
    {SLICE("иях"), "ие ия"},   {SLICE("ям"), "я ь е"},    {SLICE("ями"), "я ь е"},
    {SLICE("ях"), "я ь е"},    {SLICE("ам"), " а о и ы"}, {SLICE("ами"), " а о и ы"},
    {SLICE("ах"), " а о и ы"}, {SLICE("ов"), "ы и"},      {SLICE("оев"), "ои"},
    {SLICE("ей"), "и"},        {SLICE("ок"), "ки ка ко"}, {SLICE("ек"), "ки ьки"},
    {SLICE(""), "о а"},        {SLICE("ищ"), "ище"},      {{NULL, 0}, NULL},
};

/* Forms in the singular of nouns that it has in the plural alone: "исламиста" of "исламисты". */
const struct ending russian_missing_singulars[] = {
    {SLICE("ом"), "ы и"}, {SLICE("а"), "ы и"}, {SLICE("у"), "ы и"},
    {SLICE("е"), "ы и"},  {SLICE(""), "ы и"},  {{NULL, 0}, NULL},
};

/* Genitives of names in the plural, which it has not or lists as names of their own: "Балкан",
 * "Гималаев". */
const struct ending russian_plural_names[] = {
    {SLICE("ов"), "ы и"}, {SLICE("ев"), "и"}, {SLICE("ей"), "и"}, {SLICE("ец"), "цы"},
    {SLICE("ок"), "ки"},  {SLICE(""), "ы и"}, {{NULL, 0}, NULL},
};

/* Instrumentals of names behind ж, ц, ч, ш, щ, which it has not or lists likewise: "Ивановичем",
 * "Ильичом", "Сашей"; women's names of men's: "Достоевской". */
const struct ending russian_names[] = {
    {SLICE("жей"), "жа"},    {SLICE("цей"), "ца"},    {SLICE("чей"), "ча"},
    {SLICE("шей"), "ша"},    {SLICE("щей"), "ща"},    {SLICE("жем"), "ж"},
    {SLICE("цем"), "ц"},     {SLICE("чем"), "ч"},     {SLICE("шем"), "ш"},
    {SLICE("щем"), "щ"},     {SLICE("чом"), "ч"},     {SLICE("шом"), "ш"},
    {SLICE("ская"), "ский"}, {SLICE("ской"), "ский"}, {SLICE("скую"), "ский"},
    {SLICE("ские"), "ский"}, {SLICE("ских"), "ский"}, {SLICE("скими"), "ский"},
    {{NULL, 0}, NULL},
};

/* Declension of participles that it has not, with the ending it would have them under: "родящейся",
 * "замученной". */
const struct slice russian_adjective_endings[] = {
    SLICE("ого"), SLICE("его"), SLICE("ому"), SLICE("ему"), SLICE("ыми"), SLICE("ими"),
    SLICE("ый"),  SLICE("ий"),  SLICE("ая"),  SLICE("ое"),  SLICE("ее"),  SLICE("ые"),
    SLICE("ие"),  SLICE("ую"),  SLICE("ой"),  SLICE("ей"),  SLICE("ым"),  SLICE("им"),
    SLICE("ом"),  SLICE("ем"),  SLICE("ых"),  SLICE("их"),  {NULL, 0}};

/* What makes a word of its own of many nouns, and hardly begins a name: "госзакупки". */
const struct slice russian_first_parts[] = {
    SLICE("авиа"),   SLICE("агро"),   SLICE("анти"),  SLICE("аудио"),  SLICE("био"),
    SLICE("броне"),  SLICE("веб"),    SLICE("вело"),  SLICE("видео"),  SLICE("газо"),
    SLICE("гидро"),  SLICE("гипер"),  SLICE("гос"),   SLICE("евро"),   SLICE("интернет"),
    SLICE("кибер"),  SLICE("кино"),   SLICE("контр"), SLICE("крипто"), SLICE("макро"),
    SLICE("мега"),   SLICE("медиа"),  SLICE("микро"), SLICE("мини"),   SLICE("мото"),
    SLICE("мульти"), SLICE("нано"),   SLICE("нарко"), SLICE("нац"),    SLICE("нейро"),
    SLICE("нефте"),  SLICE("онлайн"), SLICE("полит"), SLICE("псевдо"), SLICE("радио"),
    SLICE("соц"),    SLICE("спец"),   SLICE("супер"), SLICE("теле"),   SLICE("термо"),
    SLICE("транс"),  SLICE("ультра"), SLICE("фото"),  SLICE("эко"),    SLICE("электро"),
    SLICE("энерго"), {NULL, 0},
};
