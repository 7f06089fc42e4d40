# search_corpus.sh - a few articles whose every word is known, for tests of searching.
articles() {
    cat << 'END'
{"id":"aral-id","title":"Laut Aral yang mengering","date":"2024-06-11","source":"Lensa","url":"https://lensa.example/aral","rubric":"lingkungan","text":"Laut Aral mengering sejak tahun 1960-an karena air sungai dialihkan ke ladang kapas. Para nelayan meninggalkan desa-desa mereka di tepi laut itu.\n\nPemerintah menanam saksaul di dasar laut yang kering untuk menahan badai pasir dan garam."}
{"id":"aral-en","title":"A dam for the northern sea","date":"2024-07-02","source":"Steppe Wire","text":"The Aral Sea was once the fourth largest lake in the world. A dam at Kokaral now keeps the water of its northern part, and fishermen have returned to their villages.\n\nThe cost of the dam was modest. Engineers of the ministry expect that the water will rise further."}
{"id":"aral-ru","title":"Аральское море отступило","date":"2024-05","source":"Вестник","text":"Аральское море отступило от портового города на десятки километров. Рыбаки Аральска говорят, что вода возвращается благодаря плотине."}
{"id":"wind-en","title":"Goldwind builds wind turbines in Uzbekistan","date":"2025-06-11","source":"Steppe Wire","text":"Goldwind has started the production of wind turbines near Tashkent. The turbines will stand where the wind is strongest, the company said.\n\nLocal engineers are trained to build a wind turbine from parts that arrive by rail."}
{"id":"wind-ru","title":"Ветряные турбины для Узбекистана","date":"2025-06-12","source":"Вестник","text":"Ветряные турбины компании Goldwind появятся в пустыне. Первая ветряная электростанция даст энергию в следующем году."}
{"id":"wind-id","title":"Turbin angin di gurun","date":"2025-06","source":"Lensa","text":"Turbin angin buatan Goldwind akan berdiri di gurun Uzbekistan. Angin di sana bertiup sepanjang tahun, kata insinyur perusahaan itu."}
{"id":"undated","title":"Notes without a date","text":"The lighthouse keeper of the old harbour still lights his lamp, although no ship has come for forty years."}
END
}

articles | aral-index add -i "$index" --quiet - || {
    echo 'Bail out! the articles cannot be added'
    exit 1
}
