"""Every sentence that reading files can say, in English.

Each is also its key in the catalogue of the other languages.
What stands in braces is filled in. A sentence says where, what, and the next step.
"""

# Whole files refused
NOT_OPENED = "{file} cannot be opened. Check that it is there and that no other program holds it."
EMPTY = "{file} is empty. Save it again with its rows."
TOO_LARGE = (
    "{file} is {size} MB; no sheet of a month is over 50 MB. Take out what does not belong and try again."
)
NOT_A_TABLE = "{file} is not a table that can be read. Save it as .xlsx or .csv and try again."
NOT_A_WORKBOOK = (
    "{file} is damaged or not a workbook. Open it in the spreadsheet program and save it as .xlsx again."
)
LOCKED = "{file} is locked with a password. Save it without one and try again."
BOMB = "{file} would unpack to {size} MB and was not opened. Ask who made it; a month's sheet is far smaller."
TOO_MANY_CELLS = (
    "{file} has more cells than any month's sheet. Delete the empty rows and columns beside the table."
)
NUL = "{file} has a NUL character in row {row}, so it is not a text file. Save it as .csv again."
BROKEN_TEXT = "{file} has broken letters in row {row}. Save it as .csv in UTF-8 again."
OPEN_QUOTE = (
    "{file} has a quotation mark in row {row} that is not closed or not doubled. Mend it and read it again."
)
TOO_WIDE = "{file} has {columns} columns in row {row}. Check the separators and the quotation marks."
CELL_TOO_LONG = "{file} has a cell of more than {most} characters in row {row}. Check the quotation marks."
NO_HEADER = "{file} has no row of headers that fits. Needed: {needed}. Found: {found}."
HEADER_TWICE = "{file} has two columns for {column}: {headers}. Rename or remove one of them."
ASKS_TOO_MUCH = (
    'The column "{column}" of {file} is not for a workshop to keep: jornal holds nothing on why anyone is '
    "inside, on who was harmed, or on illness. Delete the column and read the file again."
)
MONTH_FIRST = (
    '{file} writes the month first ("{text}" in {place}). Write days first, or put "(mm/dd)" behind the '
    "header of the date column."
)
DAY_FIRST = (
    '{file} says (mm/dd), but "{text}" in {place} has the day first. Take "(mm/dd)" out of the header, or '
    "correct the dates."
)
MIXED_DATES = (
    '{file} mixes day first ("{first}" in {first_place}) and month first ("{second}" in {second_place}). '
    "Write all dates in one way, best as 2026-10-31."
)
WRONG_MONTH = (
    '{file} says "{text}" for {day}, which is a {weekday}. Check that it is the sheet of the month you are '
    "paying."
)
HEADER_NOT_A_DAY = '{file} has a column "{text}", which is not in the calendar. Correct the header.'
DAYS_TWICE = "{file} has two columns for {day}. Rename or remove one of them."
DAYS_UNCLEAR = (
    "{file} has a column {number}, but two days of the period have this number. Write dates in the headers."
)

# Remarks
READ_AS = (
    "The file is not in UTF-8; it was read as {encoding}. Check the names; if letters are wrong, save it as "
    "UTF-8."
)
NOT_READ = 'The column "{column}" was not read; no such column is known.'
SHEET_USED = 'Only the sheet "{sheet}" was read.'
TOTAL_DIFFERS = "The total says {total}, but the cells of the row make {sum}."
ROW_WITHOUT_DAYS = 'The row "{text}" has no hours or codes and was not read.'
ROW_IS_TOTAL = 'The row "{text}" is a total and was not read.'
STATES_IGNORED = "The in and out marks of the clock are not used, because they do not alternate."

# Any cell
FORMULA_WITHOUT_VALUE = (
    "The formula in {column} has no stored value. Open the file, save it, or write the value itself."
)
UNSEEN = "The row has characters that cannot be seen ({codes}). Type the cells again."
MISSING = "{column} is missing. Write it in."
TOO_LONG = "{column} is longer than {most} characters. Shorten it."
NOT_A_CHOICE = '"{text}" is not known for {column}. Write one of: {known}.'
NOT_YES_OR_NO = '"{text}" is neither yes nor no. Write one of them under {column}.'
NOT_A_CODE = '"{text}" is not a code. Write letters and digits, at most {most}.'

# Workers
NO_WORKER = "The row names no worker. Write her code."
UNKNOWN_WORKER = "{code} is not in the list of people. Add the person there, or correct the code."
UNKNOWN_WORKER_NEAR = "{code} is not in the list of people. Did you mean {near}?"
NAME_TWICE = "{name} is the name of several people ({codes}). Write the code instead."
WORKER_TWICE = "{code} is there twice. Keep one row."

# Numbers
NOT_A_NUMBER = '"{text}" is not a number. Write digits, such as 12 or 12.5.'
NOT_WHOLE = '"{text}" is not a whole number. Write it without decimals.'
UNCLEAR_NUMBER = (
    '"{text}" can mean two numbers. Write it without a thousands separator, and with two decimals or none.'
)
NEGATIVE = '"{text}" is below zero. Write 0 or more.'
TOO_MUCH = '"{text}" is more than {most}, which cannot be right here. Check for digits typed twice.'
DECIMALS = '"{text}" has more decimals than {currency} has. Round it as agreed.'
OTHER_CURRENCY = '"{text}" is not in {currency}. Write the amount in {currency}.'
NOT_A_SHARE = '"{text}" is not a share. Write it as 50 % or 1/2.'
UNCLEAR_SHARE = '"{text}" can mean a part or a percentage. Write it as 50 % or 1/2.'

# Times
NOT_A_TIME = '"{text}" is not a time of day. Write it as 14:15.'
NOT_A_DURATION = '"{text}" is not a number of hours. Write it as 5:30 or 5.5.'
UNCLEAR_HOURS = '"{text}" can mean hours and minutes or decimals. Write it with a colon, or with one decimal.'
HOURS_OR_MINUTES = '"{text}" can mean hours or minutes. Write {text}:00 or {text} min.'
NO_SUCH_TIME = '"{text}" is not on the clock: a day ends at 24:00. Correct it.'
OVER_A_DAY = '"{text}" is more than 24 hours in a day. Correct it.'
TOO_LONG_SHIFT = (
    '"{text}" would be {hours} hours at a stretch. Write the end in 24 hours, such as 17:00 for five.'
)
OVERLAPPING = 'The times of "{text}" overlap. Correct them.'
WAS_DATE = (
    "The spreadsheet turned this cell into the date {text}. Mark the cell as text and type the times "
    "again, such as 8-12."
)
HOURS_DIFFER = "From {start} to {end} with a break of {pause} makes {made}, not {hours}. Correct one of them."
NO_HOURS = "The row has neither hours nor start and end. Write one or the other."
HALF_A_SHIFT = "The row has a start or an end, but not both. Write the other one."
WORK_WITHOUT_HOURS = (
    '"{text}" is work, but for how long is not said. Write the hours with it, such as "5 {text}".'
)
PAUSE_TOO_LONG = "The break of {pause} minutes is longer than the shift. Correct it."

# Days
NOT_A_DAY = '"{text}" is not a day. Write it as 2026-10-31 or 31/10/2026.'
NO_SUCH_DAY = '"{text}" is not in the calendar. Correct the day or the month.'
YEAR_OUT = '"{text}" is in the year {year}. Correct the year.'
NOT_IN_PERIOD = "The period has no day {column}. Move the hours to the right day."

# Attendance
NOT_A_CELL = '"{text}" is neither hours, nor from-to, nor a code. Known codes: {known}.'
NOT_A_KIND = '"{text}" is not a kind of time. Known: {known}.'
SHIFT_TWICE = "The same shift is there twice; it counts once. It also stands in {other}."
PUNCH_TWICE = "The clock was touched twice in the same minute; it counts once. See also {other}."
NOT_A_PUNCH = "The line has no number with a day and a time. Write them, or take the line out."

# Pieces
PIECE_TWICE = (
    "The same pieces stand in {other}. If both are right, tell them apart in a column tally (1, 2 …)."
)
NO_PIECES = "The row has no number of good or rejected pieces. Write 0 where there are none."
REJECT_TWICE = (
    "The row gives rejected pieces in two ways. Keep either rejected with a cause, or the two columns."
)
CAUSE_MISSING = (
    "The row has rejected pieces without a cause. Write material, machine, design, worker or unknown."
)

# People
SHARE_AND_AMOUNT = "{column} is given as a share and as an amount. Keep one of them."
LAST_FOUR = '"{text}" is not the last four digits of an account. Write only those four.'
INITIALS = '"{text}" is not initials. Write at most five letters, never a full name.'
LEFT_BEFORE = "She left on {left}, before she started on {since}. Correct one of them."
PAPER_MISSING = "The ratio code {code} has no paper. Write the date or digest of the authority's paper."

# Rates, adjustments, payments
RATE_WITHOUT_OPERATION = "A rate per piece needs its operation. Write it in."
RATES_OVERLAP = "Another rate for the same work starts on the same day, in {other}. Keep one of them."
ENDS_FIRST = "The last day {until} is before the first day {since}. Correct one of them."
NEGATIVE_SUM = (
    "A sum below zero is not taken here. If she agreed to pay back, write a repayment and the day she agreed."
)
NO_AMOUNT = "The amount is 0. Write the sum, or take the row out."
NOT_AGREED = "A repayment needs the day on which she agreed. Write it in, or leave the row out."
STEP_MISSING = "This kind of sum belongs to a deduction. Write which one under {column}."
OWN_APPROVER = "The approver is the worker herself. Someone else has to approve."

# Sales exports
NO_EXPORT = (
    "{file} is no export of sales that is known. The nearest is {nearest}, which lacks: {lacks}. Found: "
    "{found}. Name "
    "the source, or give a mapping of your own."
)
OTHER_EXPORT = (
    "{file} is another export: {title}. It does not say which goods were sold in which order, and nothing of it was "
    "taken. Export again: {instead}."
)
NOTHING_LIKE_IT = (
    "{file} is no export of sales that is known. Found where headers stand: {found}. Export the orders or payments "
    "again as .csv and read the file as it was downloaded, or give a mapping of your own."
)
NO_SUCH_SOURCE = "There is no source {source}. Known: {known}."
CUT_OFF = (
    "{file} ends in the middle of row {row}: it has {found} cells, the rows before have {wanted}. Export "
    "it again; "
    "nothing of it was taken."
)
NO_ROWS = "{file} has headers and no rows. Export it again with the orders of the period."
CURRENCY_WANTED = (
    "{file} does not say in which currency its amounts are. Say it, such as --currency USD; "
    "nothing of it was taken."
)
MIXED_ORDER_OF_DAYS = (
    '{file} writes the day first ("{first}" in row {first_row}) and the month first ("{second}" in row {second_row}). '
    "Export it again with dates written in one way; nothing of it was taken."
)
WRONG_LETTERS = (
    '"{text}" was saved in a wrong encoding; it should read "{meant}". Export the file again, '
    "or name these goods."
)
LONG_ROW = "The row has {found} cells and not {wanted}. Export the file again, or mend the row."
NO_ORDER_NUMBER = "The row names no order under {column}. Write its number."
NOT_PAID = 'It is not paid yet ("{status}"). It is taken by a later export, when it is.'
NEVER_SOLD = 'It did not become a sale ("{status}").'
UNKNOWN_STATUS = 'Whether "{status}" is a sale is not known. Add the word to a mapping of your own.'
CANCELLED_NOT_REFUNDED = "It was cancelled on {day}, but nothing was given back. Look at it in the shop."
LEFT_OUT = 'It is left out: {why} ("{status}").'
ROW_TWICE = "The row stands word for word in row {other} too; it counts once."
ROW_COUNTS = (
    "The row says word for word what row {other} says, in the same order; both count. Where two exports were pasted "
    "together it may be one piece: the export of payments, such as Square's Transactions, names the order that makes "
    "more than was paid."
)
ORDER_DIFFERS = (
    "Order {order} says {one} here and {other} in row {row} under {column}. Look at it in the shop."
)
NO_LINES = "The order has no line with goods. Look at it in the shop."
PARTS_OF_A_PIECE = '"{text}" is not a whole number of pieces. Record it by hand.'
NOT_MONEY = '"{text}" under {column} is not an amount. Mend the cell.'
TOO_FINE = '"{text}" has more decimals than {currency} has. Mend the cell.'
NOT_THIS_CURRENCY = '"{text}" is not in {currency}. Look at it in the shop.'
NO_CURRENCY_OF_MONEY = '"{text}" is not a currency. Write its three letters, such as USD.'
BELOW_ZERO = "{amount} is below zero, and the row is not marked as a refund. Look at it in the shop."
SUM_DIFFERS = (
    "The lines make {sum} {currency}, the order says {total} {currency}. Nothing of it is counted as sold."
)
SEVERAL_GOODS = (
    "{goods} made {made} {currency} together, and this export does not say what each made. Export the orders with a "
    "row for each line instead; nothing of it is counted as sold."
)
PIECES_DIFFER = (
    "The cell tells of {told} pieces, the export of {pieces}. Look at it in the shop; nothing of it is counted as "
    "sold."
)
LINE_DIFFERS = (
    "{gross} less {discount} makes {made} {currency}, the row says {net} {currency}. Nothing of it is "
    "counted as "
    "sold."
)
REFUND_OVER = (
    "{refunded} {currency} were given back, but only {total} {currency} paid. Look at it in the shop."
)
TIP_UNCLEAR = (
    'Whether "{text}" under {column} is a tip that the amount holds cannot be told. Write it with its decimals, or '
    "take the cell out; nothing of it is counted as sold."
)
TIP_ALONE = "It is a tip of {tip} and no goods. Record it by hand, with `jornal do receive-money`."
FEE_UNSURE = (
    "In which currency the fee of {fee} is, the file does not say; it is not taken. Export the column Converted "
    "Currency too."
)
FEE_ELSEWHERE = "The fee of {fee} {currency} is not in the currency of the sale, and is not taken."
SHIPPING_UNKNOWN = "This export does not say shipping and tax; only what the goods made is taken."
NET_DIFFERS = "{gross} less {fee} makes {made} {currency}, the row says {net} {currency}."
