"""The stitch mark: a symmetric cross-stitch pattern of nine by nine for each number; it says nothing of anybody.

A pattern is a quarter of five by five cells, mirrored to the right and downwards. Mirrored like this no pattern turns.
"""

import hashlib
from collections.abc import Collection, Iterator

SIZE = 9
HALF = 5
THREADS = " ab"
"""A cell is empty, or of the first or the second colour."""
BELOW = len(THREADS) ** (HALF * HALF)
"""Numbers of patterns lie below this."""
STITCHES = range(27, 64)
"""How many of the 81 cells may be stitched: neither nearly blank nor nearly full."""
OF_EACH = 8
"""Stitches of either colour, at least."""
APART = 6
"""Cells of the quarter in which patterns on offer differ from each other and from those taken."""
CHANGED = 4
"""Cells of the quarter drawn anew after it was mirrored about its diagonal."""


def pattern(number: int) -> tuple[str, ...]:
    """The nine rows of a number's pattern, each cell " ", "a" or "b"; no two numbers have the same one.

    Raises ValueError for a number that is of no pattern.
    """
    cells = _cells(number)
    quarter = [cells[at : at + HALF] for at in range(0, len(cells), HALF)]
    rows = ["".join([row, row[-2::-1]]) for row in quarter]
    return (*rows, *rows[-2::-1])


def fair(number: int) -> bool:
    """Whether a number's pattern may be somebody's mark: two colours, neither nearly blank nor nearly full."""
    if not 0 <= number < BELOW:
        return False
    text = "".join(pattern(number))
    return len(text) - text.count(" ") in STITCHES and min(text.count("a"), text.count("b")) >= OF_EACH


def offered(seed: str, taken: Collection[int], count: int) -> list[int]:
    """Numbers of fair patterns, always the same for a seed: none is taken or looks much like one that is.

    Fewer than `count` come where nearly everything is taken, which no enterprise reaches.
    """
    near = [_threads(number) for number in taken]
    found: list[int] = []
    for number in _drawn(seed, tries=200 * count):
        threads = _threads(number)
        if fair(number) and all(_differ(threads, other) >= APART for other in near):
            found.append(number)
            near.append(threads)
        if len(found) == count:
            break
    return found


def _cells(number: int) -> str:
    if not 0 <= number < BELOW:
        raise ValueError(f"{number} is the number of no stitch mark; they are 0 to {BELOW - 1}")
    cells = ""
    for _ in range(HALF * HALF):
        number, cell = divmod(number, len(THREADS))
        cells += THREADS[cell]
    return cells


def _threads(number: int) -> tuple[int, int]:
    """Which cells of the quarter have the first and which the second colour, as bits."""
    first, second = 0, 0
    for at, cell in enumerate(_cells(number)):
        first |= (cell == "a") << at
        second |= (cell == "b") << at
    return first, second


def _differ(one: tuple[int, int], other: tuple[int, int]) -> int:
    """In how many cells two quarters differ."""
    return ((one[0] ^ other[0]) | (one[1] ^ other[1])).bit_count()


def _drawn(seed: str, tries: int) -> Iterator[int]:
    """Numbers drawn from a seed: a quarter mirrored about its diagonal, then changed in a few cells."""
    chance = _bytes(seed)
    for _ in range(tries):
        weights = (" ab", "  ab", "  aab")[next(chance) % 3]
        quarter = [[" "] * HALF for _ in range(HALF)]
        for row in range(HALF):
            for column in range(row, HALF):
                quarter[row][column] = quarter[column][row] = weights[next(chance) % len(weights)]
        for _ in range(CHANGED):
            at = next(chance) % (HALF * HALF)
            quarter[at // HALF][at % HALF] = THREADS[next(chance) % len(THREADS)]
        cells = [cell for row in quarter for cell in row]
        yield sum(THREADS.index(cell) * len(THREADS) ** at for at, cell in enumerate(cells))


def _bytes(seed: str) -> Iterator[int]:
    count = 0
    while True:
        yield from hashlib.sha256(f"{seed} {count}".encode()).digest()
        count += 1
