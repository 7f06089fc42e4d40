/* What stands around articles on Indonesian pages. */
#include "corpus/languages/id/indonesian.h"

const char *const indonesian_page_labels[] = {"baca juga",
                                              "baca selengkapnya",
                                              "lihat juga",
                                              "simak juga",
                                              "simak video",
                                              "lanjut membaca",
                                              "lanjutkan membaca",
                                              "berita terkait",
                                              "artikel terkait",
                                              "terkait",
                                              "berita lainnya",
                                              "artikel lainnya",
                                              "terpopuler",
                                              "berita populer",
                                              "berita terbaru",
                                              "bagikan",
                                              "bagikan ini",
                                              "menyukai ini",
                                              "bagikan artikel",
                                              "bagikan berita",
                                              "ikuti kami",
                                              "berlangganan",
                                              "kuki",
                                              "iklan",
                                              "beranda",
                                              "tautan terkait",
                                              "kaki",
                                              "halaman selanjutnya",
                                              "pilihan editor",
                                              "versi cetak",
                                              "artikel yang direkomendasikan",
                                              "artikel-artikel yang direkomendasikan",
                                              "rekomendasi untuk anda",
                                              "scroll untuk melanjutkan",
                                              "scroll untuk melanjutkan membaca",
                                              "scroll untuk lanjut membaca",
                                              "scroll ke bawah untuk melanjutkan membaca",
                                              "scroll ke bawah untuk lanjut membaca",
                                              NULL};

const char *const indonesian_comment_labels[] = {"komentar",
                                                 "tulis komentar",
                                                 "komentar pembaca",
                                                 "belum ada komentar",
                                                 "daftar komentar",
                                                 "kolom komentar",
                                                 "kotak komentar",
                                                 "isi komentar",
                                                 "kirim komentar",
                                                 "komentar anda",
                                                 "login untuk berkomentar",
                                                 "masuk untuk berkomentar",
                                                 "silakan login untuk berkomentar",
                                                 "anda harus masuk untuk berkomentar",
                                                 NULL};

const char *const indonesian_source_labels[] = {"sumber", "sumber berita", "sumber artikel", NULL};

const char *const indonesian_title_labels[] = {"judul", "judul berita", "perihal", NULL};

const char *const indonesian_date_labels[] = {"tanggal",     "tanggal terbit", "tayang",
                                              "diterbitkan", "pada",           NULL};

const char *const indonesian_change_labels[] = {"diperbarui", "diperbaharui", "diupdate", "update",
                                                "pembaruan",  "diubah",       NULL};

const char *const indonesian_author_labels[] = {"penulis", "pewarta", "reporter", "wartawan", NULL};

const char *const indonesian_byline_labels[] = {"oleh", "ditulis oleh", NULL};

const char *const indonesian_appeal_labels[] = {"mari bergabung di",   "mari bergabung dengan",
                                                "mari bergabung ke",   "ayo bergabung",
                                                "yuk gabung",          "yuk bergabung",
                                                "gabung di",           "gabung ke",
                                                "ikuti kami",          "ikuti saluran",
                                                "ikuti berita",        "ikuti terus berita",
                                                "yuk ikuti",           "jangan lupa ikuti",
                                                "dapatkan update",     "dapatkan berita",
                                                "cek berita",          "simak berita",
                                                "simak breaking news", "simak juga",
                                                "baca berita",         "baca juga",
                                                "baca artikel",        "baca selengkapnya",
                                                "lihat juga",          "klik di sini",
                                                "unduh aplikasi",      "berlangganan untuk",
                                                "sudah berlangganan",  NULL};

const char *const indonesian_rights_labels[] = {
    "hak cipta dilindungi",    "dilarang keras mengambil konten", "dilarang keras menyalin",
    "dilarang keras mengutip", "dilarang mengambil konten",       "dilarang menyalin",
    "dilarang mengutip",       "dilarang mereproduksi",           NULL};

const char *const indonesian_url_labels[] = {"tautan", "tautan berita", "link berita",
                                             "alamat", "alamat web",    NULL};

const char *const indonesian_time_labels[] = {"pukul", "jam", NULL};

const char *const indonesian_weekdays[] = {
    "senin",  "selasa", "rabu",  "kamis",  "jumat", "sabtu", "minggu", "senin",
    "selasa", "rabu",   "kamis", "jum'at", "sabtu", "ahad",  "sen",    "sel",
    "rab",    "kam",    "jum",   "sab",    "min",   NULL,
};
