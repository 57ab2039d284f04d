"""Articles for the tests of the command line. Invented, like everybody and every place in them."""

RAID = """Divers find the wreck off Port Amber

PORT AMBER, March 12, 2031 (Coastwire) - Divers found the wreck of the ferry Larkspur off Port Amber on Monday.
The coast guard said on Tuesday that 14 passengers were still missing.
The ferry sank on February 27 after it struck a reef near Gull Island.
"""
INQUIRY = """The transport minister ordered an inquiry into the sinking of the ferry Larkspur on March 3, 2031.
The ferry sank on February 27, 2031, after it struck a reef. The inquiry is to publish its report in August 2031.
"""
PLAIN = "There is nothing here that has a date, and nobody did anything.\n"
VAGUE = """The mill burned down on Sunday night. The owner said on Monday that nobody was hurt.
A new mill is to open next year.
"""
SECOND = "The mill burned down on Sunday night, and the firemen of Aldwick saved the barn.\n"
