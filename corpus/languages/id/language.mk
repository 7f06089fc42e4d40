# Roots and the affixes they take.
DICTIONARY_id := /usr/share/hunspell/id_ID
DICTIONARY_PACKAGE_id := hunspell-id
