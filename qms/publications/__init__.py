"""Publication of the QMS: for which procedures, where posted, how received (19/2014/QĐ-TTg, Article 4)."""
