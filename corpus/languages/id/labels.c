/* What stands around articles on Indonesian pages. */
#include "corpus/languages/id/indonesian.h"

const char *const indonesian_page_labels[] = {"komentar",
                                              "tulis komentar",
                                              "komentar pembaca",
                                              "belum ada komentar",
                                              "baca juga",
                                              "baca selengkapnya",
                                              "lihat juga",
                                              "simak juga",
                                              "berita terkait",
                                              "artikel terkait",
                                              "terkait",
                                              "berita lainnya",
                                              "artikel lainnya",
                                              "terpopuler",
                                              "berita populer",
                                              "berita terbaru",
                                              "bagikan",
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
                                              NULL};

const char *const indonesian_source_labels[] = {"sumber", "sumber berita", "sumber artikel", NULL};
