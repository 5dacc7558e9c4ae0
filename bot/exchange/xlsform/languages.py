"""Which language a column is in.  Authors write `Georgian (ka)`, `ka`, `english`, `Dari`."""

import re
from collections.abc import Mapping

CODED = re.compile(r"(.*?)[\s_-]*[(\[]\s*([A-Za-z]{2,3})(?:[-_]\w+)?\s*[)\]]")
BARE = re.compile(r"([a-z]{2,3})(?:[-_]\w{2,4})?", re.IGNORECASE)
TABLE = """
af afrikaans | am amharic አማርኛ | ar arabic arabe العربية عربي | as assamese
az azerbaijani azeri azərbaycanca азербайджанский აზერბაიჯანული | be belarusian
bg bulgarian български | bn bengali bangla বাংলা | bs bosnian | ca catalan | cs czech
ckb sorani | da danish | de german deutsch | el greek ελληνικά
en english anglais inglés ingles английский ინგლისური eng
es spanish español espanol espagnol spa | et estonian | eu basque
fa persian farsi فارسی | fi finnish | fr french français francais fra fre
ff fulfulde fula | gu gujarati | ha hausa | he hebrew עברית | hi hindi हिन्दी
hr croatian | ht creole | hu hungarian | hy armenian հայերեն армянский სომხური arm hye
id indonesian bahasa ind | ig igbo | it italian italiano | ja japanese 日本語
ka georgian ქართული kartuli грузинский geo kat | kk kazakh | km khmer | ko korean 한국어
kmr kurmanji | ku kurdish | ky kyrgyz | ln lingala | lo lao | lt lithuanian | lv latvian
mg malagasy | mk macedonian | mn mongolian | mr marathi | ms malay | my burmese myanmar
ne nepali नेपाली | nl dutch | no norwegian | ny chichewa nyanja | om oromo | or odia
os ossetian ossetic | pa punjabi | pl polish polski | prs dari دری
ps pashto pashtu پښتو | pt portuguese português portugues portugais | rn kirundi
ro romanian | ru russian русский რუსული rus | rw kinyarwanda | si sinhala | sk slovak
sl slovenian | so somali | sq albanian | sr serbian | sv swedish | sw swahili kiswahili
ta tamil | te telugu | tg tajik | th thai | ti tigrinya | tk turkmen
tl tagalog filipino | tr turkish türkçe turkce | uk ukrainian українська | ur urdu اردو
uz uzbek | vi vietnamese | wo wolof | xmf mingrelian megrelian | yo yoruba
zh chinese mandarin 中文 汉语 | zu zulu
"""
LINES = [line.split() for line in TABLE.replace("\n", "|").split("|") if line.strip()]
NAMES = {name: code for code, *names in LINES for name in names}
SCRIPTS = (
    ("ka", re.compile(r"[\u10d0-\u10ff]")),
    ("hy", re.compile(r"[\u0531-\u058f]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("az", re.compile(r"[əƏ]")),
)
SHARE = 50  # one letter in so many shows the language: names and units may be in any


def code_of(written: str, answers: Mapping[str, str]) -> str | None:
    """The code of a language as an author wrote it; None when somebody must be asked.

    `answers` are what people said when asked, by the words in small letters.
    """
    said = " ".join(written.casefold().split())
    if said in answers:
        return answers[said]
    coded = CODED.fullmatch(said)
    name = coded[1] if coded else said
    # The name goes first: "English (US)" names a country, "Portuguese (Brazil)" no code at all.
    if found := NAMES.get(name.strip()) or NAMES.get(name.partition("(")[0].strip()):
        return found
    code = coded[2] if coded else ""
    if not code and (bare := BARE.fullmatch(said)):
        code = bare[1]
        if len(code) == 3:  # three letters may be anything; the known ones are among the names
            return code if code in NAMES.values() else None
    return NAMES.get(code, code) or None


def guess(text: str) -> str:
    """The language of texts that name none, by their letters."""
    letters = sum(map(str.isalpha, text)) or 1
    for code, script in SCRIPTS:
        if len(script.findall(text)) * SHARE >= letters:
            return code
    return "en"
