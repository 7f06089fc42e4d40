/* The table of messages: a row each, a column per language. */
#include "searcher/web/messages.h"

/* U+00A0 keeps a number and its unit on one line. */
#define NBSP "\xC2\xA0"

const char *const interface_messages[MESSAGE_COUNT][INTERFACE_COLUMNS] = {
    /* clang-format off: a message is read across */
    [MESSAGE_SEARCH] = {"Cari", "Search", "Найти"},
    [MESSAGE_QUERY_LABEL] = {"Cari dalam berita", "Search the news", "Поиск по новостям"},
    [MESSAGE_HOME_LINE] = {"Telusuri {} artikel dalam bahasa apa pun yang Anda ketik",
                           "Search {} article in whichever language you type|"
                           "Search {} articles in whichever language you type",
                           "Поиск по {} статье на том языке, на котором вам удобно|"
                           "Поиск по {} статьям на том языке, на котором вам удобно|"
                           "Поиск по {} статьям на том языке, на котором вам удобно"},
    [MESSAGE_SKIP] = {"Langsung ke isi", "Skip to content", "Перейти к содержанию"},
    [MESSAGE_INTERFACE_LANGUAGE] = {"Bahasa halaman", "Page language", "Язык страницы"},
    [MESSAGE_SUGGESTIONS] = {"Saran: {}", "Suggestions: {}", "Подсказки: {}"},

    [MESSAGE_RESULTS] = {"Hasil", "Results", "Результаты"},
    [MESSAGE_RESULTS_FOR] = {"Hasil untuk “{}”", "Results for “{}”", "Результаты по запросу «{}»"},
    [MESSAGE_PASSAGES] = {"{} petikan", "{} passage|{} passages",
                          "{} отрывок|{} отрывка|{} отрывков"},
    [MESSAGE_ARTICLES] = {"{} artikel", "{} article|{} articles", "{} статья|{} статьи|{} статей"},
    [MESSAGE_IN_ARTICLES] = {"dalam {} artikel", "in {} article|in {} articles",
                             "в {} статье|в {} статьях|в {} статьях"},
    [MESSAGE_AT_LEAST_PASSAGES] = {"sekurang-kurangnya {} petikan",
                                   "at least {} passage|at least {} passages",
                                   "не менее {} отрывка|не менее {} отрывков|не менее {} отрывков"},
    [MESSAGE_AT_LEAST_ARTICLES] = {"sekurang-kurangnya {} artikel",
                                   "at least {} article|at least {} articles",
                                   "не менее {} статьи|не менее {} статей|не менее {} статей"},
    [MESSAGE_MILLISECONDS] = {"{}" NBSP "milidetik", "{}" NBSP "ms", "{}" NBSP "мс"},
    [MESSAGE_NOTHING] = {"Tidak ada yang ditemukan", "Nothing found", "Ничего не найдено"},
    [MESSAGE_NOTHING_FOR] = {"Tidak ada yang ditemukan untuk “{}”", "Nothing found for “{}”",
                             "По запросу «{}» ничего не найдено"},
    [MESSAGE_NOTHING_HINT] = {"Coba kata lain atau lebih sedikit kata.",
                              "Try other or fewer words.",
                              "Попробуйте другие слова или меньше слов."},
    [MESSAGE_NOTHING_HINT_FILTERED] =
        {"Coba kata lain atau lebih sedikit kata, atau hapus saringan.",
         "Try other or fewer words, or take filters off.",
         "Попробуйте другие слова или запрос покороче либо снимите фильтры."},
    [MESSAGE_PAGE_TOO_FAR] = {"Hasilnya tidak sampai halaman ini: kembali ke halaman pertama",
                              "The results end before this page: back to the first",
                              "Результатов на этой странице уже нет: вернуться к первой"},
    [MESSAGE_DID_YOU_MEAN] = {"Mungkin maksud Anda", "Did you mean", "Возможно, вы искали"},

    [MESSAGE_NOTE_ENCODING] = {"Kueri ini bukan UTF-8.", "The query is not UTF-8.",
                               "Запрос не в кодировке UTF-8."},
    [MESSAGE_NOTE_DATES] = {"Tanggal pertama sesudah tanggal kedua: tidak ada hari di antaranya.",
                            "The first date is after the second: there is no day between them.",
                            "Первая дата позже второй: между ними нет ни одного дня."},
    [MESSAGE_NOTE_MISREAD] =
        {"lang: diikuti kode atau nama bahasa, date: diikuti tanggal seperti 2024 atau "
         "2024-06..2024-07, source: diikuti satu nama; yang lain dibaca sebagai kata.",
         "lang: takes a language's code or name, date: dates like 2024 or 2024-06..2024-07, "
         "source: one name; anything else is read as words.",
         "После lang: пишут код или название языка, после date: — даты вроде 2024 или "
         "2024-06..2024-07, после source: — одно название; всё остальное читается как слова."},
    [MESSAGE_NOTE_STAR] = {"Tanda * hanya mewakili huruf di akhir kata biasa, di luar tanda kutip.",
                           "A * stands for letters only behind a plain word, outside quotes.",
                           "Звёздочка заменяет буквы только в конце обычного слова, вне кавычек."},
    [MESSAGE_NOTE_HYPHEN] =
        {"Dalam kalimat, tanda - di depan kata tidak mengecualikan apa-apa: tulislah BUKAN.",
         "In a sentence a - before a word excludes nothing: write NOT.",
         "В предложении дефис перед словом ничего не исключает: напишите НЕ."},
    [MESSAGE_NOTE_SOURCE] = {"Tidak ada artikel dari sumber yang diminta.",
                             "No article has the source that is asked for.",
                             "Нет статей из запрошенного источника."},
    [MESSAGE_NOTE_WORDS] = {"Hanya {} kata pertama yang dicari.",
                            "Only the first {} word was searched.|"
                            "Only the first {} words were searched.",
                            "Учтены только первые слова запроса ({})."},
    [MESSAGE_NOTE_EXPANSIONS] =
        {"Tanda * hanya mewakili {} kata yang paling sering; masih ada yang lain.",
         "An asterisk stands for the {} most frequent words only; there are more.",
         "Звёздочка заменяет только самые частые слова ({}); есть и другие."},
    [MESSAGE_NOTE_CANDIDATES] =
        {"Frasa, kata persis, judul, dan awal kata hanya dicari dalam {} petikan terbaik; mungkin "
         "masih ada yang lain.",
         "Phrases, exact words, titles and beginnings of words were looked for in the best {} "
         "passages only; there may be more.",
         "Фразы, точные слова, заголовки и начала слов искались только в лучших отрывках ({}); "
         "возможно, есть и другие."},
    [MESSAGE_NOTE_UNQUOTED] = {"Tidak ada petikan yang memuat kata-kata dalam tanda kutip persis "
                               "seperti itu; kata-katanya dicari satu per satu.",
                               "No passage has what stands in quotes; its words are searched "
                               "instead.",
                               "Того, что взято в кавычки, нет ни в одном отрывке; его слова "
                               "ищутся по отдельности."},
    [MESSAGE_NOTE_RESPELT] = {"Kata yang tidak ada di petikan mana pun dicari dengan ejaan itu.",
                              "Words that no passage has are searched in that spelling.",
                              "Слова, которых нет ни в одном отрывке, ищутся в этом написании."},
    [MESSAGE_NOTE_NO_WORDS] = {"Kueri ini tidak berisi kata yang bisa dicari.",
                               "The query has no words to search for.",
                               "В запросе нет слов, которые можно искать."},
    [MESSAGE_NOTE_NO_ARTICLES] = {"Belum ada artikel.", "There are no articles yet.",
                                  "Статей пока нет."},

    [MESSAGE_FILTERS] = {"Saringan", "Filters", "Фильтры"},
    [MESSAGE_LANGUAGE] = {"Bahasa", "Language", "Язык"},
    [MESSAGE_ALL] = {"Semua", "All", "Все"},
    [MESSAGE_OTHER_LANGUAGE] = {"Lainnya", "Other", "Другие"},
    [MESSAGE_DATE] = {"Tanggal", "Date", "Дата"},
    [MESSAGE_ANY_DATE] = {"Semua tanggal", "Any date", "Любая дата"},
    [MESSAGE_SINCE] = {"Dari", "From", "С"},
    [MESSAGE_UNTIL] = {"Sampai", "To", "По"},
    [MESSAGE_APPLY] = {"Terapkan", "Apply", "Применить"},
    [MESSAGE_SOURCE] = {"Sumber", "Source", "Источник"},
    [MESSAGE_ALL_SOURCES] = {"Semua sumber", "All sources", "Все источники"},
    [MESSAGE_SORT] = {"Urutan", "Sort", "Порядок"},
    [MESSAGE_SORT_RELEVANCE] = {"Paling sesuai", "Most relevant", "По релевантности"},
    [MESSAGE_SORT_NEWEST] = {"Terbaru", "Newest first", "Сначала новые"},
    [MESSAGE_SORT_OLDEST] = {"Terlama", "Oldest first", "Сначала старые"},
    [MESSAGE_VIEW] = {"Tampilan", "View", "Вид"},
    [MESSAGE_BY_PASSAGE] = {"Per petikan", "By passage", "По отрывкам"},
    [MESSAGE_BY_ARTICLE] = {"Per artikel", "By article", "По статьям"},
    [MESSAGE_ACROSS] = {"Bahasa dan aksara lain", "Other languages and alphabets",
                        "Другие языки и алфавиты"},
    [MESSAGE_ACROSS_ON] = {"Cari juga", "Search them too", "Искать и в них"},
    [MESSAGE_ACROSS_OFF] = {"Hanya seperti diketik", "Only as typed", "Только как набрано"},
    [MESSAGE_COPIES] = {"Salinan serupa", "Similar copies", "Похожие копии"},
    [MESSAGE_COPIES_FOLDED] = {"Ciutkan", "Fold", "Свернуть"},
    [MESSAGE_COPIES_SHOWN] = {"Tampilkan", "Show", "Показать"},

    [MESSAGE_VIA_NAME] = {"lewat ejaan nama yang lain", "by another spelling of a name",
                          "по другому написанию имени"},
    [MESSAGE_VIA_TRANSLATION] = {"lewat terjemahan", "by translation", "по переводу"},
    [MESSAGE_IN_CONTEXT] = {"Baca konteksnya", "Read in context", "Читать в контексте"},
    [MESSAGE_MORE_COPIES] = {"dan {} salinan serupa", "and {} similar copy|and {} similar copies",
                             "и {} похожая копия|и {} похожие копии|и {} похожих копий"},

    [MESSAGE_PAGES] = {"Halaman hasil", "Pages of results", "Страницы результатов"},
    [MESSAGE_PREVIOUS] = {"Sebelumnya", "Previous", "Назад"},
    [MESSAGE_NEXT] = {"Berikutnya", "Next", "Дальше"},
    [MESSAGE_PAGE] = {"Halaman {}", "Page {}", "Страница {}"},
    [MESSAGE_ALSO_AS] = {"Hasil ini sebagai", "These results as", "Эти результаты как"},

    [MESSAGE_PASSAGE_OF] = {"Petikan {} dari {}", "Passage {} of {}", "Отрывок {} из {}"},
    [MESSAGE_READ_SOURCE] = {"Baca di sumbernya", "Read at the source", "Читать в источнике"},
    [MESSAGE_BACK] = {"Kembali ke hasil", "Back to the results", "К результатам"},
    [MESSAGE_STEPS] = {"Petikan artikel ini", "Passages of this article", "Отрывки этой статьи"},
    [MESSAGE_EARLIER] = {"Petikan sebelumnya", "Previous passage", "Предыдущий отрывок"},
    [MESSAGE_LATER] = {"Petikan berikutnya", "Next passage", "Следующий отрывок"},

    [MESSAGE_STATUS_BAD] = {"Permintaan ini tidak dapat dibaca", "This request cannot be read",
                            "Этот запрос нельзя прочитать"},
    [MESSAGE_STATUS_NOT_FOUND] = {"Tidak ditemukan", "Not found", "Не найдено"},
    [MESSAGE_STATUS_METHOD] = {"Tidak diizinkan", "Not allowed", "Не разрешено"},
    [MESSAGE_STATUS_UNAVAILABLE] = {"Sebentar lagi", "Back in a moment", "Минуту терпения"},
    [MESSAGE_STATUS_TIMEOUT] = {"Terlalu lama", "This takes too long", "Слишком долго"},
    [MESSAGE_BAD_ENCODING] = {"Nilai parameter {} bukan teks UTF-8 yang benar.",
                              "The value of parameter {} is not valid UTF-8 text.",
                              "Значение параметра {} — не текст в UTF-8."},
    [MESSAGE_BAD_PERCENT] =
        {"Di nilai parameter {} ada tanda persen tanpa dua angka heksadesimal di "
         "belakangnya.",
         "In the value of parameter {} a percent sign has no two hexadecimal "
         "digits behind it.",
         "В значении параметра {} за знаком процента нет двух шестнадцатеричных "
         "цифр."},
    [MESSAGE_BAD_CONTROL] = {"Di nilai parameter {} ada bita nol atau karakter kendali lain.",
                             "The value of parameter {} has a zero byte or another control "
                             "character.",
                             "В значении параметра {} есть нулевой байт или другой управляющий "
                             "символ."},
    [MESSAGE_BAD_REPEATED] = {"Parameter {} diberikan lebih dari sekali.",
                              "Parameter {} is given more than once.",
                              "Параметр {} указан больше одного раза."},
    [MESSAGE_BAD_LENGTH] = {"Parameter {} terlalu panjang: paling banyak {} bita.",
                            "Parameter {} is too long: at most {} bytes.",
                            "Параметр {} слишком длинный: допустимо байтов: {}."},
    [MESSAGE_BAD_VALUE] = {"Parameter {} tidak menerima nilai itu.",
                           "Parameter {} has no such value.",
                           "У параметра {} нет такого значения."},
    [MESSAGE_BAD_DATE] =
        {"Nilai parameter {} bukan tanggal: tulislah 2024, 2024-06, atau 2024-06-11.",
         "The value of parameter {} is no date: write 2024, 2024-06 or 2024-06-11.",
         "Значение параметра {} — не дата: напишите 2024, 2024-06 или 2024-06-11."},
    [MESSAGE_BAD_COUNT] = {"Parameter terlalu banyak: paling banyak {}.",
                           "Too many parameters: at most {}.",
                           "Слишком много параметров: допустимо {}."},
    [MESSAGE_BAD_ADDRESS] = {"Alamat ini bukan teks UTF-8 yang benar.",
                             "This address is not valid UTF-8 text.",
                             "Этот адрес — не текст в UTF-8."},
    [MESSAGE_BAD_BODY] = {"Hanya formulir (application/x-www-form-urlencoded) yang dibaca.",
                          "Only forms (application/x-www-form-urlencoded) are read.",
                          "Читаются только формы (application/x-www-form-urlencoded)."},
    [MESSAGE_BAD_BODY_LENGTH] = {"Permintaan terlalu panjang: paling banyak {} bita.",
                                 "The request is too long: at most {} bytes.",
                                 "Запрос слишком длинный: допустимо байтов: {}."},
    [MESSAGE_LIMIT] =
        {"Permintaan ini melampaui batas. Coba halaman yang lebih awal, kueri yang lebih pendek, "
         "atau saringan yang lebih sedikit.",
         "This asks for more than is allowed. Try an earlier page, a shorter query or fewer "
         "filters.",
         "Этот запрос выходит за допустимые пределы. Попробуйте более раннюю страницу, запрос "
         "короче или меньше фильтров."},
    [MESSAGE_NO_PAGE] = {"Tidak ada halaman di alamat ini.", "There is no page at this address.",
                         "По этому адресу страницы нет."},
    [MESSAGE_NO_PASSAGE] = {"Tidak ada petikan dengan nama itu. Mungkin artikelnya telah dihapus.",
                            "There is no passage of that name. Its article may have been removed.",
                            "Отрывка с таким именем нет. Возможно, его статью удалили."},
    [MESSAGE_METHOD] = {"Alamat ini hanya bisa dibaca.", "This address can only be read.",
                        "Этот адрес можно только читать."},
    [MESSAGE_UNAVAILABLE] = {"Indeks sedang tidak bisa dibaca. Silakan coba lagi sebentar lagi.",
                             "The index cannot be read just now. Please try again in a moment.",
                             "Индекс сейчас недоступен. Попробуйте ещё раз чуть позже."},
    [MESSAGE_TIMEOUT] = {"Pencarian ini memakan waktu terlalu lama. Coba kata yang lebih sedikit "
                         "atau lebih khusus.",
                         "This search took too long. Try fewer or rarer words.",
                         "Поиск занял слишком много времени. Попробуйте меньше слов или слова "
                         "пореже."},

    [MESSAGE_MONTHS] = {"Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|"
                        "November|Desember",
                        "January|February|March|April|May|June|July|August|September|October|"
                        "November|December",
                        "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|"
                        "ноября|декабря"},
    [MESSAGE_MONTHS_ALONE] = {"Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|"
                              "Oktober|November|Desember",
                              "January|February|March|April|May|June|July|August|September|October|"
                              "November|December",
                              "январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|"
                              "ноябрь|декабрь"},
    [MESSAGE_FULL_DATE] = {"{} {} {}", "{} {} {}", "{} {} {}" NBSP "г."},
    /* clang-format on */
};
