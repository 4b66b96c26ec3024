"""What is inside a finished PDF: the brief, the texts, the pages' tagged text."""

from briefgen.pdf.contents import Block, Contents, Part, Piece
from briefgen.pdf.reading import contents

__all__ = ["Block", "Contents", "Part", "Piece", "contents"]
