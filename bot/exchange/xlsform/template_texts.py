"""The words of the template: questions by type, their choices, and the page of help."""

from typing import Any

LANGUAGES = ("ka", "en", "az", "hy", "ru")


def _words(text: str) -> dict[str, str]:
    """Five languages, one after another."""
    return dict(zip(LANGUAGES, (word.strip() for word in text.split("|")), strict=True))


def _row(type: str, name: str, label: str = "", hint: str = "", **cells: str) -> dict[str, Any]:
    texts = {key: _words(text) for key, text in (("label", label), ("hint", hint)) if text}
    return {"type": type, "name": name, **texts, **cells}


TITLE = _words(
    "ჩვენი სოფლის საჭიროებები | The needs of our village | Kəndimizin ehtiyacları | "
    "Մեր գյուղի կարիքները | Нужды нашего села"
)

ROWS = [
    _row("today", "day"),
    _row(
        "note",
        "welcome",
        "გამარჯობა! პასუხი ათ წუთს წაიღებს. | Hello! Answering takes ten minutes. | "
        "Salam! Cavablar on dəqiqə çəkir. | Բարև ձեզ։ Պատասխանելը տևում է տասը րոպե։ | "
        "Здравствуйте! Ответы займут десять минут.",
    ),
    _row(
        "acknowledge",
        "consent",
        "თანახმა ვარ, ჩემი პასუხები დაითვალოს | I agree that my answers are counted | "
        "Cavablarımın sayılmasına razıyam | Համաձայն եմ, որ իմ պատասխանները հաշվվեն | "
        "Я согласен, чтобы мои ответы учли",
        required="yes",
    ),
    _row(
        "select_one part",
        "part",
        "სად ცხოვრობთ? | Where do you live? | Harada yaşayırsınız? | Որտե՞ղ եք ապրում | "
        "Где вы живёте?",
        required="yes",
    ),
    _row(
        "select_one village",
        "village",
        "რომელ სოფელში? | In which village? | Hansı kənddə? | Ո՞ր գյուղում | В каком селе?",
        choice_filter="part = ${part}",
    ),
    _row(
        "integer",
        "people",
        "რამდენი ადამიანი ცხოვრობს თქვენს ოჯახში? | How many people live in your household? | "
        "Ailənizdə neçə nəfər yaşayır? | Քանի՞ հոգի է ապրում ձեր ընտանիքում | "
        "Сколько человек живёт в вашей семье?",
        constraint=". >= 1 and . <= 30",
    ),
    _row(
        "decimal",
        "distance",
        "რამდენი კილომეტრია სკოლამდე? | How many kilometres is it to the school? | "
        "Məktəbə neçə kilometrdir? | Քանի՞ կիլոմետր է մինչև դպրոց | "
        "Сколько километров до школы?",
    ),
    _row(
        "select_multiple need",
        "needs",
        "რა სჭირდება თქვენს სოფელს? | What does your village need? | "
        "Kəndinizə nə lazımdır? | Ի՞նչ է պետք ձեր գյուղին | Что нужно вашему селу?",
        "აირჩიეთ არა უმეტეს სამისა | Choose three at most | Ən çox üçünü seçin | "
        "Ընտրեք առավելագույնը երեքը | Выберите не больше трёх",
        constraint="count-selected(.) <= 3",
    ),
    _row(
        "rank need",
        "order",
        "დაალაგეთ: ყველაზე საჭირო პირველი | Put them in order, the most needed first | "
        "Sıralayın: ən vacibi birinci | Դասավորեք՝ ամենակարևորն առաջինը | "
        "Расставьте по порядку: самое нужное первым",
    ),
    _row(
        "select_one source or_other",
        "source",
        "საიდან იღებთ წყალს? | Where do you get water? | Suyu haradan götürürsünüz? | "
        "Որտեղի՞ց եք ջուր վերցնում | Откуда вы берёте воду?",
    ),
    _row(
        "range",
        "content",
        "რამდენად კმაყოფილი ხართ, 1-დან 5-მდე? | How content are you, from 1 to 5? | "
        "1-dən 5-ə qədər nə dərəcədə razısınız? | Որքանո՞վ եք գոհ՝ 1-ից 5 | "
        "Насколько вы довольны, от 1 до 5?",
        parameters="start=1 end=5 step=1",
    ),
    _row(
        "begin_repeat",
        "child",
        "ბავშვი | A child | Uşaq | Երեխա | Ребёнок",
        relevant="${people} > 1",
    ),
    _row(
        "integer",
        "age",
        "რამდენი წლისაა? | How old? | Neçə yaşı var? | Քանի՞ տարեկան է | Сколько лет?",
        constraint=". >= 0 and . < 18",
    ),
    _row("end_repeat", "child"),
    _row("begin_group", "place", "ადგილი | The place | Yer | Վայրը | Место"),
    _row(
        "geopoint",
        "point",
        "სად არის პრობლემა? | Where is the problem? | Problem haradadır? | "
        "Որտե՞ղ է խնդիրը | Где проблема?",
    ),
    _row(
        "image",
        "photo",
        "გადაუღეთ ფოტო | Take a photo | Şəkil çəkin | Լուսանկարեք | Сделайте фото",
    ),
    _row(
        "audio",
        "story",
        "მოგვიყევით, რა ხდება | Tell us what happens | Nə baş verdiyini danışın | "
        "Պատմեք՝ ինչ է կատարվում | Расскажите, что происходит",
    ),
    _row(
        "video",
        "film",
        "გადაიღეთ მოკლე ვიდეო | Make a short video | Qısa video çəkin | "
        "Նկարեք կարճ տեսանյութ | Снимите короткое видео",
    ),
    _row(
        "barcode",
        "meter",
        "რა ნომერი აწერია მრიცხველს? | What is the number on the meter? | "
        "Sayğacın nömrəsi nədir? | Ի՞նչ համար է գրված հաշվիչի վրա | "
        "Какой номер на счётчике?",
    ),
    _row(
        "date",
        "since",
        "როდიდან? | Since when? | Nə vaxtdan? | Ե՞րբվանից | С каких пор?",
        constraint=". <= today()",
    ),
    _row("end_group", "place"),
    _row(
        "time",
        "meeting",
        "რომელ საათზე გერჩივნათ კრება? | At what hour would you like a meeting? | "
        "Yığıncaq saat neçədə olsun? | Ո՞ր ժամին եք ուզում ժողովը | "
        "В котором часу вам удобно собрание?",
    ),
    _row(
        "dateTime",
        "visit",
        "როდის გეწვიოთ? | When may we visit you? | Sizə nə vaxt gələk? | "
        "Ե՞րբ այցելենք ձեզ | Когда к вам прийти?",
    ),
    _row(
        "text",
        "more",
        "კიდევ რას გვეტყვით? | What else would you tell us? | Başqa nə demək istərdiniz? | "
        "Էլ ի՞նչ կասեիք | Что ещё вы скажете?",
    ),
    _row("calculate", "many", calculation="if(${people} > 5, 'yes', 'no')"),
]

MESSAGES = {
    "people": _words("1-დან 30-მდე | From 1 to 30 | 1-dən 30-a qədər | 1-ից 30 | От 1 до 30"),
    "needs": _words(
        "არა უმეტეს სამისა | Three at most | Ən çox üç | Առավելագույնը երեքը | Не больше трёх"
    ),
    "age": _words("0-დან 17-მდე | From 0 to 17 | 0-dan 17-yə qədər | 0-ից 17 | От 0 до 17"),
    "since": _words(
        "წარსული დღე | A day in the past | Keçmiş bir gün | Անցյալ օր | День в прошлом"
    ),
}

CHOICES = [
    (
        "part",
        "upper",
        "",
        _words("ზემო თემი | The upper part | Yuxarı icma | Վերին համայնք | Верхняя община"),
    ),
    (
        "part",
        "lower",
        "",
        _words("ქვემო თემი | The lower part | Aşağı icma | Ներքին համայնք | Нижняя община"),
    ),
    ("village", "mill", "upper", _words("წისქვილი | Mill | Dəyirman | Ջրաղաց | Мельница")),
    ("village", "spring", "upper", _words("წყარო | Spring | Bulaq | Աղբյուր | Родник")),
    ("village", "bridge", "lower", _words("ხიდი | Bridge | Körpü | Կամուրջ | Мост")),
    ("village", "meadow", "lower", _words("მდელო | Meadow | Çəmən | Մարգագետին | Луг")),
    ("need", "road", "", _words("გზა | A road | Yol | Ճանապարհ | Дорога")),
    ("need", "water", "", _words("წყალი | Water | Su | Ջուր | Вода")),
    ("need", "light", "", _words("განათება | Light | İşıq | Լուսավորություն | Освещение")),
    (
        "need",
        "garden",
        "",
        _words("საბავშვო ბაღი | A kindergarten | Uşaq bağçası | Մանկապարտեզ | Детский сад"),
    ),
    ("source", "tap", "", _words("ონკანი | A tap | Kran | Ծորակ | Кран")),
    ("source", "well", "", _words("ჭა | A well | Quyu | Ջրհոր | Колодец")),
]

HELP = [
    (
        "ერთი მწკრივი ერთი კითხვაა. წაშალეთ მაგალითები და დაწერეთ თქვენი.",
        "One row is one question. Delete the examples and write your own.",
    ),
    (
        "type: როგორ პასუხობენ. name: მოკლე ლათინური სახელი, რომელიც აღარ იცვლება.",
        "type: how it is answered. name: a short Latin name that never changes.",
    ),
    (
        "label: კითხვა, hint: მინიშნება, თითო სვეტი თითო ენაზე. პირველ ენაზე "
        "ყველაფერი უნდა ეწეროს.",
        "label: the question, hint: a hint, one column for each language. The first "
        "one needs all texts.",
    ),
    (
        "text ტექსტი, integer მთელი რიცხვი, decimal წილადი, range სკალა "
        "(parameters: start, end, step).",
        "text words, integer a whole number, decimal a fraction, range a scale "
        "(parameters: start, end, step).",
    ),
    (
        "date თარიღი, time საათი, dateTime ორივე; image ფოტო; geopoint ადგილი; "
        "acknowledge თანხმობა.",
        "date a day, time an hour, dateTime both; image a photo; geopoint a place; "
        "acknowledge a consent.",
    ),
    (
        "select_one სია: ერთი პასუხი; select_multiple სია: რამდენიმე; rank სია: დალაგება. "
        "or_other ამატებს „სხვას“.",
        "select_one LIST: one answer; select_multiple LIST: several; rank LIST: an order. "
        'or_other adds "Other".',
    ),
    (
        "სიების პასუხები choices ფურცელზეა: list_name, name და label თითო ენაზე.",
        "The answers of lists stand on the sheet choices: list_name, name, and a "
        "label for each language.",
    ),
    (
        "გრძელი სია შეიძლება ცალკე ფაილში იყოს: select_one_from_file towns.csv, სვეტებით name და "
        "label. ორივე ერთ .zip ფაილში გამოგზავნეთ.",
        "A long list may be a file of its own: select_one_from_file towns.csv, with columns name "
        "and label. Send both in one .zip file.",
    ),
    (
        "note: მხოლოდ ტექსტი; calculate: გამოთვლა; today, start, end: ივსება თავისით.",
        "note: words only; calculate: a computation; today, start, end: filled in by themselves.",
    ),
    (
        "begin_group … end_group აერთიანებს კითხვებს; begin_repeat … end_repeat იმეორებს მათ.",
        "begin_group … end_group holds questions together; begin_repeat … end_repeat repeats them.",
    ),
    (
        "relevant: როდის ვკითხოთ, მაგალითად ${people} > 1. required: yes, თუ "
        "გამოტოვება არ შეიძლება.",
        "relevant: when to ask, like ${people} > 1. required: yes, if it cannot be skipped.",
    ),
    (
        "constraint: რომელი პასუხია სწორი (წერტილი პასუხია), constraint_message: რა "
        "ვუთხრათ, თუ არა.",
        "constraint: which answer is right (the dot is the answer), "
        "constraint_message: what to say if not.",
    ),
    (
        "choice_filter: რომელი პასუხები ჩანს, choices ფურცლის თქვენი სვეტით, როგორიც არის part.",
        "choice_filter: which choices are shown, by a column of your own on choices, like part.",
    ),
    (
        "audio ხმოვანი შეტყობინება ან ტექსტი; video ვიდეო; barcode შტრიხკოდის ციფრები, ხელით "
        "აკრეფილი. ფაილი (file) ჩატში არ იკითხება.",
        "audio a voice message or words; video a video; barcode the digits under the bars, typed. "
        "Files (file) cannot be asked for in a chat.",
    ),
    (
        "შემოწმება: გაუგზავნეთ ფაილი ბოტს, ის გეტყვით, რომელი მწკრივია შესასწორებელი.",
        "To check it, send the file to the bot: it tells which rows to mend.",
    ),
]
