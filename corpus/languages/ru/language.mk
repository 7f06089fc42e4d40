# Words and their paradigms: all suffix rules but Z, which makes adverbs.
DICTIONARY_ru := /usr/share/hunspell/ru_RU
DICTIONARY_PACKAGE_ru := hunspell-ru
DICTIONARY_FLAGS_ru := A B D E F G H I J K L M N O P Q R S T U V W X Y
