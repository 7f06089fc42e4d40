/* Numbers, ordinals and money: the same in all notations and languages. */
#include "tests/unit/analysis/support.h"

static void an_ordinal_may_be_part_of_a_compound(void **state) {
    (void)state;
    assert_marks("en", "a 19th-century bridge", "#19.", "19th");
    assert_term("en", "a 19th-century bridge", "en19thcentury");
    assert_true(shares_term("en", "mid-19th-century art", "id", "abad ke-19"));
    assert_term("en", "3rd-place", "#3.");
    assert_marks("ru", "15-16-й дивизии", "#16.", "16-й");
    assert_no_term("ru", "5-летний", "#5.");
    assert_no_term("en", "a 5-day trip", "#5.");
}

static void roman_numerals_are_ordinals_as_well(void **state) {
    (void)state;
    assert_term("ru", "в XIX веке", "ruxix");
    assert_true(shares_term("ru", "в XIX веке", "id", "abad ke-19"));
    assert_true(shares_term("ru", "в XIX веке", "en", "the 19th century"));
    assert_marks("id", "Perang Dunia II", "#2.", "II");
    assert_null(find(analyse("en", "Xi and I"), "#11."));
    assert_null(find(analyse("en", "a VCR"), "#5."));
}

static void words_for_ordinals_are_numbers_as_well(void **state) {
    (void)state;
    assert_term("ru", "Второй мировой войны", "ruвторой");
    assert_true(shares_term("ru", "Второй мировой", "en", "World War II"));
    assert_true(shares_term("ru", "Второй мировой", "id", "Perang Dunia Kedua"));
    assert_true(shares_term("en", "the Second World War", "id", "perang dunia ke-2"));
    assert_true(shares_term("ru", "двадцатый век", "ru", "XX век"));
    assert_true(shares_term("ru", "Пётр I", "ru", "Пётр Первый"));
    assert_marks("en", "the third time", "#3.", "third");
    assert_null(find(analyse("id", "keduanya"), "#2."));
    assert_null(find(analyse("en", "You and I"), "#1."));
}

static void letters_alone_are_numerals_beside_what_is_numbered(void **state) {
    (void)state;
    assert_marks("en", "Pope Leo X died", "#10.", "X");
    assert_marks("id", "Sri Sultan Hamengku Buwono X", "#10.", "X");
    assert_term("id", "rapat Komisi X DPR", "#10.");
    assert_term("ru", "в X веке", "#10.");
    assert_term("ru", "в X в. до н. э.", "#10.");
    assert_term("en", "IX-X centuries", "#10.");
    assert_term("en", "chapters X–XII", "#10.");
    assert_term("ru", "в X-XI веках", "#11.");
    assert_no_term("ru", "в X-XI веках", "#21."); /* nor is a range one numeral */
    assert_term("en", "see ch. X below", "#10.");
    assert_term("ru", "Это был X век.", "#10.");
    assert_no_term("en", "That was the last chapter. X left", "#10.");
    assert_no_term("en", "Malcolm X", "#10.");
    assert_no_term("en", "an X-ray of the hand", "#10.");
    assert_no_term("id", "akun media sosial X", "#10.");
    assert_no_term("ru", "соцсеть X", "#10.");
    assert_no_term("en", "X", "#10.");
    assert_term("en", "King Henry V", "#5.");
}

static void digits_beside_what_is_numbered_are_an_ordinal_as_well(void **state) {
    (void)state;
    assert_marks("id", "pada abad 19 itu", "#19.", "19");
    assert_marks("ru", "в 19 веке", "#19.", "19");
    assert_marks("ru", "В 19 в. жили", "#19.", "19");
    assert_term("id", "abad 19", "#19");
    assert_true(shares_term("id", "Perang Dunia 2", "en", "World War II"));
    assert_true(shares_term("ru", "Глава 5", "en", "Chapter V"));
    assert_true(shares_term("ru", "в 3 квартале", "id", "kuartal III"));
    assert_no_term("ru", "19 веков", "#19.");
    assert_term("ru", "мост 3 века", "#3.");
    assert_no_term("ru", "3 века назад", "#3.");
    assert_no_term("en", "19 centuries", "#19.");
    assert_no_term("id", "19 abad", "#19.");
    assert_no_term("en", "the 5 chapters", "#5.");
    assert_no_term("ru", "статья 2025", "#2025.");
    assert_no_term("id", "meningkat 15 persen", "#15.");
    assert_no_term("id", "membukukan 11 gol", "#11.");
    assert_term("id", "kelas 5 juta", "#5000000");
}

static void the_number_of_a_name_is_no_pronoun(void **state) {
    (void)state;
    assert_marks("en", "World War I", "#1.", "I");
    assert_true(shares_term("en", "World War I", "ru", "Первая мировая"));
    assert_true(shares_term("en", "World War I", "id", "Perang Dunia Pertama"));
    assert_marks("en", "World War I", "eni.", "I");
    assert_no_term("en", "World War I", "eni");
    assert_term("en", "World War I ended in 1918", "#1.");
    assert_term("en", "a World War I-era gun", "#1.");
    assert_marks("en", "under Elizabeth I's reign", "#1.", "I");
    assert_term("en", "Elizabeth I died", "#1.");
    assert_term("en", "CHAPTER I", "#1.");
    assert_no_term("en", "Can I help you", "#1.");
    assert_no_term("en", "I am", "#1.");
    assert_no_term("en", "The World I want", "#1.");
    assert_no_term("en", "Yesterday I went home", "#1.");
    assert_no_term("en", "In the end, I stayed", "#1.");
    assert_no_term("en", "In Moscow I bought bread", "#1.");
    assert_no_term("en", "Suddenly I heard a voice", "#1.");
    assert_no_term("en", "'When I was young,' she said", "#1.");
    assert_no_term("en", "Device I/O error", "#1.");
    assert_term("en", "under Elizabeth I of England", "#1.");
    assert_no_term("en", "She lives in London. I do not", "#1.");
    assert_no_term("en", "the London I don\u2019t know", "#1.");
    assert_no_term("en", "WHAT SHALL I DO", "#1.");
    assert_true(find(analyse("en", "The World I want"), "eni")->flags & TOKEN_FUNCTION_WORD);
}

static void numerals_may_be_typed_in_small_letters(void **state) {
    (void)state;
    assert_marks("id", "perang dunia ii", "#2.", "ii");
    assert_term("ru", "xix век", "#19.");
    assert_term("en", "pope john paul ii", "#2.");
    assert_term("en", "world war i", "#1.");
    assert_term("en", "world war I", "#1.");
    assert_term("id", "siswa kelas x sma", "#10.");
    assert_no_term("en", "a war i know", "#1.");
    assert_no_term("en", "a war I know", "#1.");
    assert_no_term("en", "xi jinping", "#11.");
    assert_no_term("en", "a book about the vi editor", "#6.");
    assert_no_term("en", "class of x", "#10.");
    assert_no_term("en", "Malcolm X – In his own words", "#10.");
    assert_no_term("en", "with Malcolm X – I knew him – there", "#10.");
}

static void ordinals_of_several_words_are_one_number(void **state) {
    (void)state;
    assert_marks("ru", "двадцать второй съезд", "#22.", "двадцать второй");
    assert_marks("en", "the Twenty-Second Amendment", "#22.", "Twenty-Second");
    assert_marks("en", "the twenty second time", "#22.", "twenty second");
    assert_marks("id", "tahun kedua puluh dua itu", "#22.", "kedua puluh dua");
    assert_marks("id", "ulang tahun kedua belas itu", "#12.", "kedua belas");
    assert_marks("ru", "сто двадцать второй", "#122.", "сто двадцать второй");
    assert_true(shares_term("ru", "двадцать первый век", "en", "the 21st century"));
    assert_true(shares_term("id", "abad kedua puluh satu", "ru", "XXI век"));
    /* No single word of these has the number as its term. */
    assert_no_term("ru", "двадцать второй съезд", "#2.");
    assert_no_term("en", "the twenty-second time", "#2.");
    assert_no_term("id", "kedua puluh dua", "#2.");
    assert_no_term("id", "hari seribu kedua", "#2.");
    assert_no_term("ru", "миллион первый житель", "#1."); /* such great ones are not told */
    /* Years have it as a plain number, too: they are also written without an ending. */
    assert_marks("ru", "в тысяча девятьсот девяносто первом году", "#1991",
                 "тысяча девятьсот девяносто первом");
    assert_true(shares_term("ru", "две тысячи двадцать пятый год", "ru", "2025-й год"));
    assert_no_term("ru", "две тысячи двадцать пятый год", "#2020");
    /* Words that do not make one number are each a number of their own. */
    assert_term("en", "on the first, second and third day", "#2.");
    assert_term("en", "two second chances", "#2.");
}

static void amounts_may_begin_with_a_word(void **state) {
    (void)state;
    assert_marks("id", "dua juta dolar", "#2000000 USD", "dua juta dolar");
    assert_true(shares_term("ru", "двух миллионов долларов", "en", "$2 million"));
    assert_true(shares_term("en", "five percent of them", "id", "lima persen"));
    assert_true(shares_term("id", "dua puluh orang", "en", "20 people"));
    assert_true(shares_term("en", "one million dollars", "id", "satu juta dolar"));
    assert_true(shares_term("en", "one million dollars", "ru", "один миллион долларов"));
    assert_no_term("id", "dua puluh satu juta rupiah", "#20");
    assert_null(find(analyse("id", "dua orang"), "#2"));
    assert_null(find(analyse("en", "the Lima percent"), "#5 %")); /* five in Indonesian alone */
    assert_null(find(analyse("en", "in May two of them"), "@05-02"));

    /* A word that is a part of a number is not taken for the whole. */
    assert_no_term("en", "twenty-two million dollars", "#2000000 USD");
    assert_no_term("en", "twenty-two million dollars", "#20000000 USD");
    assert_no_term("ru", "двадцать два миллиона", "#2000000");
    assert_no_term("ru", "сто пять процентов", "#5 %");
    assert_no_term("id", "dua puluh lima juta rupiah", "#5000000 IDR");
    assert_no_term("id", "dua puluh lima juta rupiah", "#20");
    assert_term("ru", "два-три миллиона", "#2000000");
    assert_term("ru", "два-три миллиона", "#3000000");
    assert_term("en", "in 2024 two million", "#2000000");
}

static void numbers_in_letters_are_amounts_whole(void **state) {
    (void)state;
    assert_marks("id", "naik tiga puluh lima persen itu", "#35 %", "tiga puluh lima persen");
    assert_marks("id", "dua ratus lima puluh juta rupiah", "#250000000 IDR",
                 "dua ratus lima puluh juta rupiah");
    assert_term("id", "seratus ribu rupiah", "#100000 IDR");
    assert_term("id", "dua juta lima ratus ribu rupiah", "#2500000 IDR");
    assert_term("id", "seratus lima belas juta rupiah", "#115000000 IDR");
    assert_term("id", "semiliar rupiah", "#1000000000 IDR");
    assert_term("id", "Rp dua juta", "#2000000 IDR");
    assert_term("id", "dua puluh satu orang", "#21");
    assert_marks("en", "a twenty-two million dollars plan", "#22000000 USD",
                 "twenty-two million dollars");
    assert_term("en", "twenty two percent", "#22 %");
    assert_term("en", "nineteen percent", "#19 %");
    assert_term("en", "one hundred and five million euros", "#105000000 EUR");
    assert_term("en", "twenty-two hundred dollars", "#2200 USD");
    assert_term("en", "two thousand five hundred dollars", "#2500 USD");
    assert_term("ru", "двадцать пять процентов", "#25 %");
    assert_term("ru", "сто двадцать пять тысяч двести пятьдесят рублей", "#125250 RUB");
    assert_term("ru", "семнадцати миллионов рублей", "#17000000 RUB");
    assert_term("en", "a hundred thousand people", "#100000");
    assert_term("en", "a hundred million people", "#100000000");
    assert_no_term("en", "a million people", "#1000000");
    /* Alone they are plain words. */
    assert_no_term("en", "twenty-two people", "#22");
    assert_no_term("ru", "двести человек", "#200");
    assert_no_term("id", "lima belas orang", "#15");
    /* A word that does not continue the number begins another one. */
    assert_no_term("ru", "Их было двадцать. Пять рублей есть", "#25 RUB");
    assert_term("en", "between one hundred and two hundred million dollars", "#200000000 USD");
    assert_no_term("id", "beberapa ratus lima puluh juta rupiah", "#50000000 IDR");
    assert_no_term("en", "ten twelve percent", "#22 %");
    assert_no_term("id", "siswa kelas dua B", "#2000000000");
    assert_no_term("ru", "миллион-два рублей", "#1000002 RUB");
    /* A hyphen behind tens is no range, however great the number before the tens is. */
    assert_term("en", "one hundred and twenty-three million dollars", "#123000000 USD");
    assert_no_term("en", "one hundred and twenty-three million dollars", "#3000000 USD");
}

static void decimals_in_letters_are_decimals(void **state) {
    (void)state;
    assert_marks("id", "naik dua koma lima persen itu", "#2.5 %", "dua koma lima persen");
    assert_no_term("id", "naik dua koma lima persen", "#5 %");
    assert_term("id", "nol koma lima persen", "#0.5 %");
    assert_term("id", "satu koma nol lima persen", "#1.05 %");
    assert_term("id", "lima puluh koma dua lima persen", "#50.25 %");
    assert_term("id", "dua koma lima juta rupiah", "#2500000 IDR");
    assert_term("en", "two point five per cent", "#2.5 %");
    assert_term("en", "one point twenty-five million", "#1250000");
    assert_marks("ru", "на две целых пять десятых процента", "#2.5 %",
                 "две целых пять десятых процента");
    assert_no_term("ru", "на две целых пять десятых процента", "#10.");
    assert_term("ru", "одна целая и две сотых процента", "#1.02 %");
    assert_term("ru", "пять десятых процента", "#0.5 %");
    assert_term("ru", "пять десятых классов", "#10.");
    assert_no_term("ru", "пять десятых классов", "#0.5");
    assert_term("ru", "двадцать пять тысячных процента", "#0.025 %");
    assert_term("en", "at this point five percent of them", "#5 %");
    assert_no_term("en", "two point five and six percent", "#2.56 %");
    assert_no_term("en", "two point five-six percent", "#2.56 %");
    assert_term("ru", "за две целых недели", "ruцелый");
}

static void quarters_are_counted(void **state) {
    (void)state;
    assert_term("en", "three quarters of a million", "#750000");
    assert_term("id", "tiga perempat juta", "#750000");
    assert_term("ru", "три четверти миллиона", "#750000");
    assert_term("ru", "пять с четвертью миллионов", "#5250000");
    assert_term("ru", "четверти миллиона", "#250000");
}

static void both_ends_of_a_range_in_letters_have_its_unit(void **state) {
    (void)state;
    assert_term("id", "dua-tiga juta rupiah", "#2000000 IDR");
    assert_term("id", "dua puluh-tiga puluh juta", "#20000000");
    assert_term("id", "lima ratus ribu-tujuh ratus ribu rupiah", "#500000 IDR");
    assert_term("ru", "двадцать пять-тридцать пять миллионов рублей", "#25000000 RUB");
    assert_term("en", "$2 million-$5 million", "#5000000 USD");
    assert_no_term("id", "Rp5 juta – 10 persen", "#10 IDR");
    assert_term("en", "two-to-three million", "#2000000");
    assert_term("id", "dua sampai tiga juta", "#2000000");
    assert_term("en", "two to three percent", "#2 %");
    assert_term("en", "between two and three million", "#2000000");
    assert_term("ru", "от двух до трёх миллионов", "#2000000");
    assert_no_term("en", "two and three million", "#2000000");
}

static void halves_are_numbers(void **state) {
    (void)state;
    assert_marks("en", "two and a half million of", "#2500000", "two and a half million");
    assert_term("en", "two-and-a-half million dollars", "#2500000 USD");
    assert_term("en", "2 and a half million dollars", "#2500000 USD");
    assert_marks("en", "ran 3½ miles", "#3.5 mi", "3½ miles");
    assert_marks("ru", "около 2¼ часа", "#2.25", "2¼");
    assert_marks("id", "naik 1¾% lagi", "#1.75 %", "1¾%");
    assert_term("en", "it was 3½.", "#3.5");
    assert_no_term("en", "it was 3.5½", "#3.5.5");
    assert_term("en", "half a million dollars", "#500000 USD");
    assert_term("en", "a half-a-million-dollar plan", "#500000 USD");
    assert_no_term("en", "half-a-million dollars", "#1000000 USD");
    assert_term("en", "a quarter of a million dollars", "#250000 USD");
    assert_term("en", "half a percent", "#0.5 %");
    assert_term("id", "setengah juta rupiah", "#500000 IDR");
    assert_term("id", "dua setengah juta", "#2500000");
    assert_term("ru", "полтора миллиона рублей", "#1500000 RUB");
    assert_term("ru", "полмиллиона человек", "#500000");
    assert_term("ru", "полмиллиарда рублей", "#500000000 RUB");
    assert_term("ru", "два с половиной миллиона рублей", "#2500000 RUB");
    assert_term("ru", "2 с половиной процента", "#2.5 %");
    assert_term("en", "in the first half five million", "#5000000");
}

static void a_magnitude_alone_is_one_of_its_unit(void **state) {
    (void)state;
    assert_marks("ru", "за миллион долларов США в", "#1000000 USD", "миллион долларов США");
    assert_true(shares_term("ru", "миллиард рублей", "ru", "1 млрд рублей"));
    assert_term("ru", "около миллиона рублей", "#1000000 RUB");
    assert_term("ru", "тысячу двести рублей", "#1200 RUB");
    assert_term("en", "A million dollars", "#1000000 USD");
    assert_term("en", "a hundred thousand dollars", "#100000 USD");
    assert_no_term("en", "several million dollars", "#1000000 USD");
    assert_no_term("ru", "миллионы рублей", "#1000000 RUB");
    assert_no_term("ru", "третий миллион рублей", "#1000000 RUB");
    assert_no_term("ru", "миллион раз", "#1000000");
    assert_no_term("en", "a thousand thanks", "#1000");
}

/* ---- quantities ------------------------------------------------------------------------------ */

static void amounts_meet_across_the_three_notations(void **state) {
    (void)state;
    assert_marks("id", "mencapai US$70,2 miliar pada", "#70200000000 USD", "US$70,2 miliar");
    assert_marks("en", "reached $70.2 billion in", "#70200000000 USD", "$70.2 billion");
    assert_marks("ru", "достиг 70,2 млрд долл. в", "#70200000000 USD", "70,2 млрд долл");
    assert_term("id", "70,2 miliar dolar AS", "#70200000000 USD");
    assert_term("ru", "70,2 миллиарда долларов США", "#70200000000 USD");
    assert_term("en", "70.2 billion U.S. dollars", "#70200000000 USD");
    assert_term("en", "US$ 70.2bn", "#70200000000 USD");
    assert_term("en", "30 million hryvnia", "#30000000 UAH");
    assert_term("id", "30 juta hryvnia", "#30000000 UAH");
    assert_term("id", "5 miliar lira Turki", "#5000000000 TRY");
    assert_term("en", "worth $500K", "#500000 USD");
    assert_no_term("en", "worth $500 K", "#500000 USD");
    assert_term("en", "2.5 lakh rupees", "#250000 INR");
    assert_term("en", "₹100 crore", "#1000000000 INR");
    assert_term("en", "worth Rs 500", "#500 INR");
    assert_term("en", "worth Rs500", "#500 INR");
    assert_term("en", "Rs. 500 crore", "#5000000000 INR");
    assert_no_term("id", "di RS 500 pasien", "#500 INR"); /* a hospital */
    assert_term("en", "worth 500 KGS", "#500 KGS");       /* som, not kilograms */
    assert_term("id", "senilai 500 KGS", "#500 KGS");
    assert_marks("ru", "за 5 млн 300 тыс. рублей", "#5300000 RUB", "5 млн 300 тыс. рублей");
    assert_no_term("id", "5 juta 300 ribu rupiah", "#300000 IDR");
}

static void currencies_never_mix(void **state) {
    (void)state;
    assert_term("id", "Rp 5.000", "#5000 IDR");
    assert_term("id", "Rp5 juta", "#5000000 IDR");
    assert_term("id", "sejuta rupiah", "#1000000 IDR");
    assert_term("id", "Rp. 5.000,-", "#5000 IDR");
    assert_term("ru", "5 000 руб.", "#5000 RUB");
    assert_term("ru", "5000 рублей", "#5000 RUB");
    assert_term("en", "€5,000", "#5000 EUR");
    assert_term("en", "¥5,000", "#5000 JPY");
    assert_term("id", "70 dolar Singapura", "#70 SGD");
    assert_no_term("id", "70 dolar Singapura", "#70 USD");
    assert_term("ru", "300 тыс. сумов", "#300000 UZS");
    assert_marks("en", "worth R$5 million now", "#5000000 BRL", "R$5 million");
    assert_term("en", "Mex$70.2 million", "#70200000 MXN");
    assert_term("ru", "5 млн мексиканских песо", "#5000000 MXN");
    assert_term("ru", "100 филиппинских песо", "#100 PHP");
    assert_term("id", "100 peso Meksiko", "#100 MXN");
    assert_no_term("id", "100 peso Meksiko", "#100 PHP");
    assert_term("ru", "10 саудовских риялов", "#10 SAR");
    assert_no_term("ru", "100 фунтов картофеля", "#100 GBP");
}

static void separators_of_three_notations_give_one_number(void **state) {
    (void)state;
    assert_term("id", "1.234,5", "#1234.5");
    assert_term("en", "1,234.5", "#1234.5");
    assert_term("ru", "1 234,5", "#1234.5");
    assert_term("ru", "1\u00a0234,5", "#1234.5");
    assert_term("en", "1\u2009234.5", "#1234.5");
    assert_term("id", "220.000 proposal", "#220000");
    assert_term("en", "220,000 proposals", "#220000");
    assert_term("ru", "220 000 предложений", "#220000");
    assert_term("en", "1.234", "#1.234");
    assert_term("en", "1.000 km", "#1000"); /* no three decimals that say nothing */
    assert_term("id", "1,000 km", "#1000");
    assert_term("ru", "1,500 км", "#1500");
    assert_term("id", "Rp 1,750 triliun", "#1750000000000 IDR");
    assert_term("ru", "0,000", "#0");
    assert_term("id", "70,20", "#70.2");
    assert_term("en", "1,500,000", "#1500000");
}

static void digits_behind_a_separator_are_no_word(void **state) {
    (void)state;
    struct token_list list = analyse("id", "1.234,5");
    assert_int_equal(list.count, 1);
    assert_int_equal(list.positions, 1);
    assert_int_equal(analyse("ru", "1 234,5").count, 1);
    assert_no_term("en", "in 2020 300 people", "#2020300");
}

static void percent_is_one_unit(void **state) {
    (void)state;
    assert_term("id", "65 persen", "#65 %");
    assert_term("ru", "65 процентов", "#65 %");
    assert_term("en", "65%", "#65 %");
    assert_term("en", "65 percent", "#65 %");
    assert_term("ru", "6,5\u00a0%", "#6.5 %");
    assert_term("en", "up .5 percent", "#0.5 %");
    assert_no_term("en", "up .5 percent", "#5 %");
    assert_true(shares_term("id", "nol persen", "en", "0%"));
    assert_no_term("en", "zero tolerance", "#0");
    assert_marks("ru", "под 5-процентный налог", "#5 %", "5-процентный");
    assert_term("en", "a 5-percent tax", "#5 %");
}

static void ordinals_meet(void **state) {
    (void)state;
    assert_marks("id", "abad ke-17 itu", "#17.", "ke-17");
    assert_marks("id", "abad ke-XVII itu", "#17.", "ke-XVII");
    assert_marks("ru", "в 17-м веке", "#17.", "17-м");
    assert_marks("en", "the 17th century", "#17.", "17th");
    assert_no_term("en", "17 centuries", "#17.");
}

static void units_of_measure_are_words_of_their_own(void **state) {
    (void)state;
    assert_marks("en", "a 10km run", "#10", "10");
    assert_marks("en", "a 10km run", "enkm", "km");
    assert_int_equal(find(analyse("en", "a 10km run"), "enrun")->position, 3);
    assert_term("id", "5kg beras", "#5");
    assert_term("ru", "5кг риса", "ruкг");
    assert_true(shares_term("ru", "5м", "ru", "5 м"));
    assert_term("ru", "17-м", "#17.");
    assert_term("ru", "2025г.", "#2025");
    assert_no_term("en", "10 km", "#10.");
    assert_marks("en", "$5 km", "#5 USD", "$5");
    static const char *const words[] = {"5G", "B-52", "2K", "4x4", "A4", "MP3"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        assert_surface("en", words[i], words[i]);
    }
}

static void the_words_of_a_quantity_stay_words(void **state) {
    (void)state;
    assert_term("id", "US$70,2 miliar", "#70.2");
    assert_term("id", "US$70,2 miliar", "idmiliar");
    assert_term("en", "June 17, 2025", "#2025");
    assert_term("en", "June 17, 2025", "#17");
}

static void both_ends_of_a_range_have_its_unit(void **state) {
    (void)state;
    assert_term("id", "5-10 juta", "#5000000");
    assert_term("id", "5-10 juta", "#10000000");
    assert_term("en", "$5–10 million", "#5000000 USD");
    assert_term("en", "5 to 10 percent", "#5 %");
    assert_term("en", "5 to 10 percent", "#10 %");
    assert_term("en", "from $5 to $7 billion", "#5000000000 USD");
    assert_term("en", "5 million to 7 million dollars", "#5000000 USD");
    assert_no_term("en", "from 5 million to 3 percent", "#5000000 %");
    assert_term("id", "antara 5 dan 7 persen", "#5 %");
    assert_term("id", "5 s.d. 7 persen", "#5 %");
    assert_term("id", "5 s/d 7 persen", "#5 %");
    assert_term("ru", "между 5 и 7 млн", "#5000000");
    assert_term("ru", "от 5 до 7 млн рублей", "#5000000 RUB");
    assert_no_term("ru", "5 и 7 млн", "#5000000");
}

static void fractions_meet(void **state) {
    (void)state;
    assert_marks("id", "dua pertiga suara", "#2/3", "dua pertiga");
    assert_marks("en", "a two-thirds majority", "#2/3", "two-thirds");
    assert_marks("ru", "две трети голосов", "#2/3", "две трети");
    assert_term("en", "2/3 of the votes", "#2/3");
    assert_term("ru", "в двух пятых случаев", "#2/5");
    assert_true(shares_term("id", "sepertiga suara", "en", "one third of the votes"));
    assert_true(shares_term("id", "tiga perempat", "ru", "три четверти"));
    assert_no_term("en", "two thirds", "#3.");
    assert_term("en", "one third", "#3."); /* or the third of one */
    assert_no_term("en", "one second", "#1/2");
    assert_no_term("ru", "ученики пятых классов", "#1/5");
    assert_no_term("id", "17/8/1945", "#17/8");
    assert_no_term("en", "5/6/7", "#5/6");
    assert_no_term("en", "24/7", "#24/7");
    assert_no_term("id", "nomor 03/21", "#3/21");
    assert_term("en", "99/100 dollars", "#100 USD");
}

static void a_range_may_touch_its_currency_and_unit(void **state) {
    (void)state;
    assert_term("id", "Rp50-100 ribu", "#50000 IDR");
    assert_term("id", "Rp50-100 ribu", "#100000 IDR");
    assert_term("id", "Rp5.000-7.000", "#7000 IDR");
    assert_term("id", "Rp5-7jt", "#5000000 IDR");
    assert_term("id", "10-15kg beras", "#15");
    assert_term("id", "1,5 juta-2 juta", "#2000000");
    assert_term("en", "$100m-200m", "#100000000 USD");
    assert_term("en", "$100m-200m", "#200000000 USD");
    assert_term("id", "500rb-700rb", "#700000");
    assert_no_term("en", "a B-52m plan", "#52000000");
    assert_no_term("ru", "танк Т-90М", "#90000000");
}

static void letters_count_money_in_indonesian(void **state) {
    (void)state;
    assert_marks("id", "APBN Rp 3.000 T itu", "#3000000000000000 IDR", "Rp 3.000 T");
    assert_term("id", "Rp1,5M", "#1500000000 IDR"); /* miliar */
    assert_term("en", "$1.5M", "#1500000 USD");
    assert_no_term("id", "lebar 5m", "#5000000"); /* metres */
    assert_no_term("id", "lebar 5m", "#5000000000");
}

static void percentage_points_are_no_percent(void **state) {
    (void)state;
    assert_no_term("ru", "на 2 процентных пункта", "#2 %");
    assert_no_term("en", "by 2 percentage points", "#2 %");
    assert_no_term("id", "naik 2 poin persentase", "#2 %");
    assert_term("ru", "2-процентный налог", "#2 %");
}

static void raised_numbers_make_no_millions(void **state) {
    (void)state;
    assert_no_term("en", "100m² of land", "#100000000");
    assert_no_term("en", "100m³ of gas", "#100000000");
    assert_term("en", "100m people", "#100000000");
}

static void money_of_central_asia_meets(void **state) {
    (void)state;
    assert_true(shares_term("ru", "5 млн сумов", "en", "5 million Uzbek sums"));
    assert_true(shares_term("ru", "за 100 сомов", "en", "100 Kyrgyz som"));
    assert_term("ru", "5 тыс. тг", "#5000 KZT");
    assert_term("en", "5 million manats", "#5000000 TMT");
    assert_term("ru", "5 млн азербайджанских манатов", "#5000000 AZN");
    assert_term("id", "300 somoni", "#300 TJS");
    assert_term("ru", "к 500 р. добавили", "#500 RUB");
    assert_marks("en", "worth CN¥10 million now", "#10000000 CNY", "CN¥10 million");
    assert_no_term("id", "lari 10 kilometer", "#10 GEL");
}

static void numbers_in_names_are_no_amounts(void **state) {
    (void)state;
    assert_no_term("en", "COVID-19 million", "#19000000");
    assert_no_term("en", "a B-52 million", "#52000000");
    assert_term("en", "192.168.1.1", "en192.168.1.1");
}

/* Whether both lists have the same tokens of that term. */
/* As typesetters tie a number to the words beside it. */
static void spaces_that_do_not_break_are_spaces_beside_numbers(void **state) {
    (void)state;
    static const struct {
        const char *code, *text, *term;
    } texts[] = {
        {"ru", "минус 20 градусов", "#-20 °"},
        {"ru", "от 5 до 7 млн рублей", "#5000000 RUB"},
        {"ru", "между 5 и 7 процентами", "#5 %"},
        {"en", "between 5 and 7 percent", "#5 %"},
        {"id", "pukul 14.30", "#14:30"},
        {"ru", "в 9 утра", "#09:00"},
        {"en", "one hundred and five million", "#105000000"},
        {"en", "in the early 90s", "#1990."},
        {"en", "June 3, 4 and 7", "@06-04"},
        {"id", "3, 4 dan 7 Juni", "@06-04"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct bytes tied = {0};
        for (const char *c = texts[i].text; *c; c++) {
            bytes_append_string(&tied, *c == ' ' ? "\u00A0" : (char[]){*c, '\0'});
        }
        assert_term(texts[i].code, texts[i].text, texts[i].term);
        assert_term(texts[i].code, bytes_string(&tied), texts[i].term);
        bytes_free(&tied);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_ordinal_may_be_part_of_a_compound),
        cmocka_unit_test(roman_numerals_are_ordinals_as_well),
        cmocka_unit_test(words_for_ordinals_are_numbers_as_well),
        cmocka_unit_test(letters_alone_are_numerals_beside_what_is_numbered),
        cmocka_unit_test(digits_beside_what_is_numbered_are_an_ordinal_as_well),
        cmocka_unit_test(the_number_of_a_name_is_no_pronoun),
        cmocka_unit_test(numerals_may_be_typed_in_small_letters),
        cmocka_unit_test(ordinals_of_several_words_are_one_number),
        cmocka_unit_test(amounts_may_begin_with_a_word),
        cmocka_unit_test(numbers_in_letters_are_amounts_whole),
        cmocka_unit_test(decimals_in_letters_are_decimals),
        cmocka_unit_test(quarters_are_counted),
        cmocka_unit_test(both_ends_of_a_range_in_letters_have_its_unit),
        cmocka_unit_test(halves_are_numbers),
        cmocka_unit_test(a_magnitude_alone_is_one_of_its_unit),
        cmocka_unit_test(amounts_meet_across_the_three_notations),
        cmocka_unit_test(currencies_never_mix),
        cmocka_unit_test(separators_of_three_notations_give_one_number),
        cmocka_unit_test(digits_behind_a_separator_are_no_word),
        cmocka_unit_test(percent_is_one_unit),
        cmocka_unit_test(ordinals_meet),
        cmocka_unit_test(units_of_measure_are_words_of_their_own),
        cmocka_unit_test(the_words_of_a_quantity_stay_words),
        cmocka_unit_test(both_ends_of_a_range_have_its_unit),
        cmocka_unit_test(a_range_may_touch_its_currency_and_unit),
        cmocka_unit_test(fractions_meet),
        cmocka_unit_test(letters_count_money_in_indonesian),
        cmocka_unit_test(percentage_points_are_no_percent),
        cmocka_unit_test(raised_numbers_make_no_millions),
        cmocka_unit_test(money_of_central_asia_meets),
        cmocka_unit_test(numbers_in_names_are_no_amounts),
        cmocka_unit_test(spaces_that_do_not_break_are_spaces_beside_numbers),
    };
    return cmocka_run_group_tests_name("analysis of numbers", tests, set_up, tear_down);
}
