### გვერდი, რომელიც მოკლე კოდით იხსნება ბრაუზერში

door-welcome = მიიღეთ მონაწილეობა თქვენი მუნიციპალიტეტის საქმეებში
# $day — თარიღი, $hour — საათი
door-until = ბოლო ვადა: { $day }, { $hour }
door-fictional = ეს საცდელი გვერდია: მუნიციპალიტეტი, პროექტები და თანხები გამოგონილია.
# $number — იდეის ნომერი, $title — სათაური
door-idea = იდეა №{ $number }: { $title }
door-how = როგორ მივიღოთ მონაწილეობა
door-telegram = გახსნა Telegram-ში
door-viber = გახსნა Viber-ში
door-telegram-name = Telegram
door-viber-name = Viber
door-code = ან მიწერეთ ბოტს ეს კოდი:
door-projects = პროექტები
door-open = ახლა ღიაა
door-scan = სხვა ტელეფონით დაასკანერეთ
door-ask = ჰკითხეთ მერიას
# $topic — თემა
door-ask-on = ჰკითხეთ მერიას: { $topic }
door-ask-how = დაწერეთ კითხვა ბოტში, სახელის გარეშეც. ბოტი გეტყვით, რომელ დღემდე გიპასუხებენ, და პასუხსაც იქვე მიიღებთ.
# $phone — ტელეფონის ნომერი
door-office = კითხვები გაქვთ? დარეკეთ მერიაში: { $phone }
door-secret = ხმა ფარულია: მერია ვერ გაიგებს, ვინ რა აირჩია.
door-other-language = In English
door-code-title = კოდი პოსტერიდან
door-code-ask = ჩაწერეთ კოდი, რომელიც პოსტერზე ან განცხადებაში ნახეთ.
door-code-go = გახსნა
door-unknown = ასეთი კოდი ვერ ვიპოვეთ. გადაამოწმეთ და სცადეთ ხელახლა.
door-results = კენჭისყრის შედეგი
