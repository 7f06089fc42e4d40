# Words with their prefixes, and their inflection: past tense, participle, plural and third person, comparison.
DICTIONARY_en := /usr/share/hunspell/en_US
DICTIONARY_PACKAGE_en := hunspell-en-us
DICTIONARY_FLAGS_en := A C D E F G I J K R S T U
