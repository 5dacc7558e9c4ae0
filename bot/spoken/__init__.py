"""What people write in words of their own, Georgian and English mixed, as canonical values.

Georgian may be typed in Latin letters.  What is not surely understood is None, so that it is asked
again; nothing here ever raises for a text.
"""

from bot.spoken.dates import day
from bot.spoken.numbers import canonical, numbers
from bot.spoken.times import day_and_hour, hour

__all__ = ["canonical", "day", "day_and_hour", "hour", "numbers"]
