"""From text to closures: a Pratt parser of the ODK subset of XPath 1."""

from collections.abc import Callable, Sequence

from bot.civic.survey.expressions.faults import Fault, Reason
from bot.civic.survey.expressions.functions import FUNCTIONS, OF_CURRENT, OTHER_FILES
from bot.civic.survey.expressions.operators import POWERS, UNARY, chain
from bot.civic.survey.expressions.scope import Scope
from bot.civic.survey.expressions.special import SPECIAL, STEADY, Evaluate, Part, called
from bot.civic.survey.expressions.tokens import Sort, Token, tokens
from bot.civic.survey.expressions.values import Value, finite, number

DEEPEST = 100  # expressions inside one another: each takes some of Python's stack
LAST_SAVED = "last-saved#"


class Parser:
    """One text, read once; collects which questions and choice columns it looks at."""

    def __init__(self, text: str, in_choices: bool) -> None:
        self.names: dict[str, int] = {}  # with the column where each stands first
        self.columns: dict[str, int] = {}
        self.far = False  # whether it looks into other instances of a repeat
        self.steady = True
        self._in_choices = in_choices
        self._tokens = tokens(text)
        self._at = 0
        self._depth = 0

    def parse(self) -> Evaluate:
        """The whole text.  Raises Fault."""
        if len(self._tokens) == 1:
            raise Fault(Reason.EMPTY, 1)
        found = self._expression(0)
        if self._at < len(self._tokens) - 1:
            raise self._unexpected(self._next)
        return found.value

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._next
        self._at += 1
        return token

    def _takes(self, sign: str) -> bool:
        """Whether this sign comes next; then it is taken."""
        found = self._next.sort is Sort.SIGN and self._next.text == sign
        self._at += found
        return found

    def _expect(self, sign: str, opened: Token) -> None:
        if self._takes(sign):
            return
        if self._next.sort is Sort.END:
            raise Fault(Reason.UNCLOSED, opened.column, opened.text)
        raise self._unexpected(self._next)

    def _unexpected(self, token: Token) -> Fault:
        if token.sort is Sort.SIGN and token.text in ("/", "//", "[", "@", "|"):
            return Fault(Reason.PATH, token.column, token.text)
        return Fault(Reason.UNEXPECTED, token.column, token.text)

    def _power(self) -> int:
        """How strongly the operator that comes next binds; 0 where none does."""
        operates = self._next.sort in (Sort.SIGN, Sort.NAME)
        return POWERS.get(self._next.text, 0) if operates else 0

    def _expression(self, weaker: int) -> Part:
        """What binds more strongly than `weaker`."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise Fault(Reason.TOO_DEEP, self._next.column)
        left = self._operand()
        while (power := self._power()) > weaker:
            steps = []
            while self._power() == power:
                operator = self._take().text
                steps.append((operator, self._expression(power).value))
            left = Part(chain(left.value, steps), left.column)
        self._depth -= 1
        return left

    def _operand(self) -> Part:
        token = self._take()
        match token.sort:
            case Sort.NUMBER:
                return _constant(finite(float(token.text)), token)
            case Sort.TEXT:
                return _constant(token.text, token, literal=token.text)
            case Sort.ANSWER:
                return self._answer(token.text, token)
            case Sort.NAME:
                return self._named(token)
        return self._signed(token)

    def _signed(self, token: Token) -> Part:
        match token.text:
            case "-":
                value = self._expression(UNARY).value
                return Part(lambda scope: -number(value(scope)), token.column)
            case "(":
                found = self._expression(0)
                self._expect(")", token)
                return found
            case ".":
                return Part(_current, token.column)
            case "..":
                return self._path(token)
        raise self._unexpected(token)

    def _answer(self, name: str, token: Token) -> Part:
        if name.startswith(LAST_SAVED):
            raise Fault(Reason.LAST_SAVED, token.column, name)
        if not name:
            raise Fault(Reason.UNEXPECTED, token.column, "${}")
        self.names.setdefault(name, token.column)
        return Part(lambda scope: scope.answer(name), token.column, name=name)

    def _path(self, token: Token) -> Part:
        """`..` and `../..`, or a question reached by them."""
        up = 1
        while self._takes("/"):
            step = self._take()
            if step.sort is Sort.NAME:
                return self._answer(step.text, step)
            if step.text != "..":
                raise Fault(Reason.PATH, step.column, step.text)
            up += 1
        return Part(lambda scope: "", token.column, up=up)

    def _named(self, token: Token) -> Part:
        if self._takes("("):
            return self._function(token)
        if not self._in_choices:
            raise Fault(Reason.BARE_NAME, token.column, token.text)
        name = token.text
        self.columns.setdefault(name, token.column)
        return Part(lambda scope: scope.column(name), token.column)

    def _function(self, token: Token) -> Part:
        if token.text == "current":
            return self._current_path(token)
        if token.text in OTHER_FILES:
            raise Fault(Reason.OTHER_FILE, token.column, token.text)
        if token.text not in FUNCTIONS and token.text not in SPECIAL:
            raise Fault(Reason.UNKNOWN_FUNCTION, token.column, token.text)
        return Part(self._call(token, self._arguments(token)), token.column)

    def _current_path(self, token: Token) -> Part:
        """`current()/../name`, which looks away from the choice, or `current()/.`."""
        self._expect(")", token)
        if not self._takes("/"):
            return Part(_current, token.column)
        step = self._take()
        if step.text == "..":
            return self._path(step)
        if step.text == ".":
            return Part(_current, token.column)
        raise Fault(Reason.PATH, step.column, step.text)

    def _arguments(self, opened: Token) -> list[Part]:
        parts: list[Part] = []
        if self._takes(")"):
            return parts
        while True:
            parts.append(self._expression(0))
            if not self._takes(","):
                break
        self._expect(")", opened)
        return parts

    def _call(self, token: Token, parts: Sequence[Part]) -> Evaluate:
        known = SPECIAL.get(token.text) or FUNCTIONS[token.text]
        if not known.least <= len(parts) <= known.most:
            raise Fault(Reason.ARGUMENTS, token.column, token.text)
        if token.text in SPECIAL:
            self.far |= token.text == "indexed-repeat"
            self.steady &= token.text in STEADY
            if token.text == "jr:choice-name":
                self.names.setdefault(called(parts[1]), parts[1].column)
            return SPECIAL[token.text].build(parts)
        if not parts and token.text in OF_CURRENT:
            parts = [Part(_current, token.column)]
        return _applied(FUNCTIONS[token.text].call, [part.value for part in parts])


def _current(scope: Scope) -> Value:
    return scope.current


def _constant(value: Value, token: Token, literal: str | None = None) -> Part:
    return Part(lambda scope: value, token.column, literal=literal)


def _applied(call: Callable[..., Value], values: Sequence[Evaluate]) -> Evaluate:
    """A function of evaluated arguments; one and two of them are nearly all there are."""
    match values:
        case []:
            return lambda scope: call()
        case [one]:
            return lambda scope: call(one(scope))
        case [one, other]:
            return lambda scope: call(one(scope), other(scope))
    return lambda scope: call(*[value(scope) for value in values])
