"""A survey's answers as tables, the way KoboToolbox and ODK write them.

    tables      the main table and one for each repeat
    columns     the columns of one question
    codebook    what each column is, and every option
    book        all of it as one .xlsx
    files       all of it as CSV
    attachments the photos and recordings that the columns name

Of Kobo's choices when exporting this is one: XML values and headers, groups in headers with "/"
between them, selections both as one text and in a column an option.
"""
